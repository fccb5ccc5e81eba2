import type { Document, Paragraph } from '../../types.js';

/** What stands on a document's page, in the source's order. */
export type Block =
  | {
      readonly kind: 'heading';
      readonly text: string;
      /** 0 is outermost. */ readonly depth: number;
    }
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph }
  /** Words of the source that belong to no paragraph, such as a letterhead. */
  | { readonly kind: 'aside'; readonly text: string };

/**
 * Nothing of the source is lost: what stands between two paragraphs is either a heading of the
 * later one, the document's own title, or an aside.
 */
export function readingOrder(document: Document): readonly Block[] {
  const blocks: Block[] = [];
  let end = 0;
  let section: readonly string[] = [];
  for (const paragraph of document.paragraphs) {
    const gap = document.text.slice(end, paragraph.start);
    blocks.push(...blocksOfGap(gap, newHeadings(section, paragraph.section), document.title));
    blocks.push({ kind: 'paragraph', paragraph });
    end = paragraph.end;
    section = paragraph.section;
  }
  return [...blocks, ...blocksOfGap(document.text.slice(end), [], document.title)];
}

type Heading = Extract<Block, { kind: 'heading' }>;

function newHeadings(before: readonly string[], now: readonly string[]): readonly Heading[] {
  const shared = now.findIndex((heading, depth) => before[depth] !== heading);
  if (shared < 0) return [];
  return now.slice(shared).map((text, at) => ({ kind: 'heading', text, depth: shared + at }));
}

function blocksOfGap(gap: string, headings: readonly Heading[], title: string): readonly Block[] {
  const blocks: Block[] = [];
  let next = 0;
  for (const line of gap.split(/[\r\n]+/)) {
    const words = bare(line);
    if (words === '' || words === bare(title)) continue;
    // A heading may stand on two lines, `Article 26` and its title below.
    const at = headings.findIndex(
      ({ text }) =>
        bare(text) === words ||
        bare(text).startsWith(`${words} `) ||
        bare(text).endsWith(` ${words}`),
    );
    if (at < 0) blocks.push({ kind: 'aside', text: line.trim() });
    while (next <= at) blocks.push(...headings.slice(next, ++next));
  }
  return [...blocks, ...headings.slice(next)];
}

/** Without Markdown's marks and with single spaces. */
function bare(line: string): string {
  return line
    .replace(/[#*_\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
