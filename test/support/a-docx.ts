import { strToU8, zipSync } from 'fflate';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export interface DocxParts {
  /** What the body holds. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  /** Of the core properties. */
  readonly title?: string;
}

/** A Word file of the parts that are given, as XML without their roots. */
export function aDocx({ body, styles, numbering, footnotes, title }: DocxParts): Uint8Array {
  const part = (name: string, content: string): Uint8Array =>
    strToU8(
      `<?xml version="1.0" encoding="UTF-8"?>\n<w:${name} xmlns:w="${WORD}">${content}</w:${name}>`,
    );
  const files: Record<string, Uint8Array> = {
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
  };
  if (styles !== undefined) files['word/styles.xml'] = part('styles', styles);
  if (numbering !== undefined) files['word/numbering.xml'] = part('numbering', numbering);
  if (footnotes !== undefined) files['word/footnotes.xml'] = part('footnotes', footnotes);
  if (title !== undefined) {
    files['docProps/core.xml'] = strToU8(
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
        `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`,
    );
  }
  return zipSync(files, { mtime: '2000-01-01' });
}

/** A paragraph; properties as XML. */
export function aParagraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** The properties of a paragraph in a list. */
export function inList(numId: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
}

/** A list definition of that number; a pattern and a format for each level. */
export function aList(
  numId: number,
  levels: readonly (readonly [pattern: string, format: string])[],
): string {
  const rendered = levels
    .map(
      ([pattern, format], i) =>
        `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`,
    )
    .join('');
  return (
    `<w:abstractNum w:abstractNumId="${numId}">${rendered}</w:abstractNum>` +
    `<w:num w:numId="${numId}"><w:abstractNumId w:val="${numId}"/></w:num>`
  );
}
