import { describe, expect, it } from 'vitest';
import { docxLoader } from '../../../../src/adapters/loaders/docx/docx-loader.js';
import type { LoadedText } from '../../../../src/ports/file-loader.js';
import { aDocx, aList, aParagraph, inList, type DocxParts } from '../../../support/a-docx.js';

const load = (parts: DocxParts): LoadedText => docxLoader.read(aDocx(parts)) as LoadedText;
const HEADING =
  '<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
  `<w:style w:styleId="Sub"><w:name w:val="Chapter"/><w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>`;

describe('the text of a Word file', () => {
  it('has the numbers that are printed before its paragraphs', () => {
    const numbering =
      aList(1, [
        ['Article %1.', 'upperRoman'],
        ['%1.%2', 'decimal'],
        ['(%3)', 'lowerLetter'],
      ]) + aList(2, [['–', 'bullet']]);
    const body = [
      aParagraph('Tea', inList(1)),
      aParagraph('Tea is free.', inList(1, 1)),
      aParagraph('green,', inList(1, 2)),
      aParagraph('black.', inList(1, 2)),
      aParagraph('So are cups.', inList(1, 1)),
      aParagraph('Not numbered.'),
      aParagraph('Cups', inList(1)),
      aParagraph('They are white.', inList(1, 1)),
      aParagraph('a point', inList(2)),
    ].join('');
    expect(load({ body, numbering }).text).toBe(
      [
        'Article I. Tea',
        '    I.1 Tea is free.',
        '        (a) green,',
        '        (b) black.',
        '    I.2 So are cups.',
        '',
        'Not numbered.',
        '',
        'Article II. Cups',
        '    II.1 They are white.',
        '- a point',
        '',
      ].join('\n'),
    );
  });

  it('has a list of the second of the styles for lists in one of the first', () => {
    const styles = [1, 2]
      .map(
        (at) =>
          `<w:style w:styleId="L${at}"><w:name w:val="List Number${at > 1 ? ' 2' : ''}"/></w:style>`,
      )
      .join('');
    const numbering = aList(1, [['%1.', 'decimal']]) + aList(2, [['%1.', 'decimal']]);
    const item = (text: string, list: number): string =>
      aParagraph(text, `<w:pStyle w:val="L${list}"/>${inList(list)}`);
    const body = [item('tea,', 1), item('green,', 2), item('black,', 2), item('cups.', 1)].join('');
    expect(load({ body, styles, numbering }).text).toBe(
      '1. tea,\n    1. green,\n    2. black,\n2. cups.\n',
    );
  });

  it('counts a list anew where its number says so, and shows digits where it asks for them', () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl>` +
      `<w:lvl w:ilvl="1"><w:isLgl/><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
      `<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
    const body = [
      aParagraph('a', inList(1)),
      aParagraph('b', inList(1)),
      aParagraph('c', inList(2)),
      aParagraph('d', inList(2, 1)),
    ].join('');
    expect(load({ body, numbering }).text.match(/^ *(\S+)/gmu)).toEqual([
      'I',
      'II',
      'V',
      '    5.1',
    ]);
  });

  it('has headings by what their styles are based on, numbered as they are printed', () => {
    const styles = HEADING.replace(
      '<w:outlineLvl w:val="1"/>',
      `<w:outlineLvl w:val="1"/>${inList(1)}`,
    );
    const body =
      aParagraph('On Tea', '<w:pStyle w:val="H1"/>') +
      aParagraph('Kinds', '<w:pStyle w:val="Sub"/>') +
      aParagraph('Plain', '<w:outlineLvl w:val="2"/>');
    const numbering = aList(1, [['%1.', 'decimal']]);
    expect(load({ body, styles, numbering }).text).toBe('# On Tea\n\n## 1. Kinds\n\n### Plain\n');
  });

  it('is what is printed: not what was deleted or is hidden', () => {
    const run = (inner: string): string => `<w:r>${inner}</w:r>`;
    const body =
      '<w:p>' +
      run('<w:t xml:space="preserve">Tea </w:t>') +
      `<w:del>${run('<w:delText>was </w:delText>')}</w:del>` +
      `<w:ins>${run('<w:t xml:space="preserve">is </w:t>')}</w:ins>` +
      run('<w:rPr><w:vanish/></w:rPr><w:t>secretly </w:t>') +
      run('<w:instrText>PAGE</w:instrText>') +
      run(
        '<w:t>free</w:t><w:tab/><w:t>for</w:t><w:br/><w:t>all non</w:t><w:noBreakHyphen/><w:t>members</w:t>',
      ) +
      '</w:p>';
    expect(load({ body }).text).toBe('Tea is free for\nall non\u2011members\n');
  });

  it('has footnotes and tables', () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${aParagraph(text)}</w:tc>`;
    const body =
      '<w:p><w:r><w:t>Tea.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>' +
      `<w:tbl><w:tr>${cell('Who')}${cell('Fee')}</w:tr>` +
      `<w:tr>${cell('Readers', '<w:vMerge w:val="restart"/>')}${cell('1')}</w:tr>` +
      `<w:tr>${cell('', '<w:vMerge/>')}${cell('2')}</w:tr></w:tbl>${aParagraph('End.')}`;
    const footnotes =
      '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>' +
      `<w:footnote w:id="2">${aParagraph('Hot.')}</w:footnote>`;
    expect(load({ body, footnotes }).text).toBe(
      'Tea.[^1]\n\nWho | Fee\nReaders | 1\nReaders | 2\n\nEnd.\n\n[^1]: Hot.\n',
    );
  });

  it('is without the list of contents that the word processor made', () => {
    const contents =
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>' +
      `<w:sdtContent>${aParagraph('Tea 1')}</w:sdtContent></w:sdt>`;
    expect(load({ body: contents + aParagraph('Tea is free.') }).text).toBe('Tea is free.\n');
  });
});

describe('the title of a Word file', () => {
  it('is what its properties say, unless a program wrote that', () => {
    expect(load({ body: aParagraph('x'), title: 'On Tea' })).toMatchObject({ title: 'On Tea' });
    expect(load({ body: aParagraph('x'), title: 'Microsoft Word - tea.doc' })).not.toHaveProperty(
      'title',
    );
  });
});

describe('what is no Word file is refused', () => {
  it('where it is protected', () => {
    expect(() => docxLoader.read(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2))).toThrow(
      /protected by a password/u,
    );
  });

  it('where it unpacks to very much', () => {
    const bomb = aDocx({ body: aParagraph(' '.repeat(60 * 2 ** 20)) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(() => docxLoader.read(bomb)).toThrow(/unpacks to more than \d+ bytes/u);
  });
});
