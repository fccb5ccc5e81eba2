import { strToU8, zipSync } from 'fflate';

export interface EpubOptions {
  /** Bodies of the chapters, as XHTML. */
  readonly chapters: readonly string[];
  readonly title?: string;
  readonly language?: string;
  /** Further files by their names. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A book of the given chapters, with a list of contents of its own. */
export function anEpub({
  chapters,
  title = 'A Book',
  language = 'en',
  files = {},
}: EpubOptions): Uint8Array {
  const names = chapters.map((_, i) => `chapter-${i + 1}.xhtml`);
  const items = names.map(
    (name, i) => `<item id="c${i}" href="text/${name}" media-type="application/xhtml+xml"/>`,
  );
  const content: Record<string, string> = {
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>' +
      '<rootfile full-path="OPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OPS/package.opf':
      '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">' +
      `<dc:title>${title}</dc:title><dc:language>${language}</dc:language></metadata><manifest>` +
      `<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${items.join('')}</manifest>` +
      `<spine><itemref idref="nav"/>${names.map((_, i) => `<itemref idref="c${i}"/>`).join('')}</spine></package>`,
    'OPS/nav.xhtml': page(
      '<nav><ol><li><a href="text/chapter-1.xhtml">Contents</a></li></ol></nav>',
    ),
    ...Object.fromEntries(names.map((name, i) => [`OPS/text/${name}`, page(chapters[i] ?? '')])),
    ...files,
  };
  const packed = Object.entries(content).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(
    { mimetype: strToU8('application/epub+zip'), ...Object.fromEntries(packed) },
    { mtime: '2000-01-01' },
  );
}

function page(body: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml">' +
    `<head><title/></head><body>${body}</body></html>`
  );
}
