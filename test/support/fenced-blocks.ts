import { readFileSync } from 'node:fs';

/** Code that a page of the documentation shows. */
export interface FencedBlock {
  readonly page: string;
  /** As it is named behind the fence; empty where it is not. */
  readonly language: string;
  readonly code: string;
  /** Page, language and the beginning of the first line, by which it is spoken of. */
  readonly name: string;
}

/** As much of a line as a name takes. */
export function beginning(line: string): string {
  return line.slice(0, 60);
}

export function fencedBlocks(page: string): FencedBlock[] {
  const blocks: FencedBlock[] = [];
  let open: { readonly language: string; readonly lines: string[] } | undefined;
  for (const line of readFileSync(page, 'utf8').split('\n')) {
    const [, language] = /^```(\w*)$/u.exec(line) ?? [];
    if (language === undefined) open?.lines.push(line);
    else if (open === undefined) open = { language, lines: [] };
    else {
      blocks.push({
        page,
        language: open.language,
        code: open.lines.join('\n'),
        name: `${page} ${open.language}: ${beginning(open.lines[0] ?? '')}`,
      });
      open = undefined;
    }
  }
  return blocks;
}
