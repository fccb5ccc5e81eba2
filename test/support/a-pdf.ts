/** Words on a page, in points from the top left. */
export interface PlacedWords {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Points; 10 unless given. */
  readonly size?: number;
}

const WIDTH = 400;
const HEIGHT = 600;

export interface PdfOptions {
  readonly title?: string;
  /** Objects that belong to nothing. */
  readonly idleObjects?: number;
  /** Put into the catalogue, as a script that runs when the file is opened. */
  readonly script?: string;
}

/** A PDF of 400 by 600 points in Helvetica, with words where they are asked for. */
export function aPdf(
  pages: readonly (readonly PlacedWords[])[],
  { title, idleObjects = 0, script }: PdfOptions = {},
): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const tree = 2 + (script === undefined ? 0 : 1);
  add(
    `<< /Type /Catalog /Pages ${tree} 0 R` +
      `${script === undefined ? '' : ' /OpenAction 2 0 R'} >>`,
  );
  if (script !== undefined) add(`<< /S /JavaScript /JS (${escaped(script)}) >>`);
  const font = tree + 1;
  const first = font + 1;
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  pages.forEach((words, i) => {
    const content = words.map(drawn).join('\n');
    add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] ` +
        `/Resources << /Font << /F1 ${font} 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`,
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  });
  const info = title === undefined ? undefined : add(`<< /Title (${escaped(title)}) >>`);
  for (let i = 0; i < idleObjects; i += 1) add(`<< /A [${i} ${i}] >>`);
  return assembled(objects, info);
}

function drawn({ x, y, text, size = 10 }: PlacedWords): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm (${escaped(text)}) Tj ET`;
}

function escaped(text: string): string {
  return text.replace(/[\\()]/gu, '\\$&');
}

function assembled(objects: readonly string[], info: number | undefined): Uint8Array {
  const parts = ['%PDF-1.7\n'];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  objects.forEach((body, i) => {
    const part = `${i + 1} 0 obj\n${body}\nendobj\n`;
    offsets.push(length);
    length += part.length;
    parts.push(part);
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`,
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R`,
    info === undefined ? '' : ` /Info ${info} 0 R`,
    ` >>\nstartxref\n${length}\n%%EOF\n`,
  );
  return Uint8Array.from(Buffer.from(parts.join(''), 'latin1'));
}
