import { describe, expect, it } from 'vitest';
import { epubLoader } from '../../../../src/adapters/loaders/epub/epub-loader.js';
import { anEpub } from '../../../support/an-epub.js';

describe('a book', () => {
  it('is its chapters in reading order, with its title and language', () => {
    const book = anEpub({
      title: 'On Tea',
      language: 'en-GB',
      chapters: [
        '<h1>One</h1><a id="x"/><p>Tea&nbsp;is free.<a epub:type="noteref" href="#n1">1</a></p>' +
          '<aside epub:type="footnote" id="n1"><p>1. Hot.</p></aside>',
        '<h1>Two</h1><ol><li>Cups</li></ol>',
      ],
    });
    expect(epubLoader.read(book)).toEqual({
      text: '# One\n\nTea\u00a0is free.[^1]\n\n[^1]: Hot.\n\n# Two\n\n1. Cups\n',
      loader: 'epub',
      title: 'On Tea',
      language: 'en-GB',
    });
  });

  it('that is protected against copying is refused', () => {
    const method = (algorithm: string): string =>
      `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`;
    const protectedBy = (algorithm: string): Uint8Array =>
      anEpub({ chapters: ['<p>x</p>'], files: { 'META-INF/encryption.xml': method(algorithm) } });
    expect(() =>
      epubLoader.read(protectedBy('http://www.w3.org/2001/04/xmlenc#aes128-cbc')),
    ).toThrow(/DRM/u);
    expect(epubLoader.read(protectedBy('http://www.idpf.org/2008/embedding'))).toMatchObject({
      text: 'x\n',
    });
  });

  it('that names what is not there, or entities of its own, is read without', () => {
    const chapters = ['<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>Tea &a; cups</p>'];
    expect(epubLoader.read(anEpub({ chapters }))).toMatchObject({
      text: expect.stringContaining('Tea &a; cups') as string,
    });
    expect(() => epubLoader.read(new Uint8Array(300))).toThrow();
  });
});
