import type { Block } from './blocks.js';

/** Of a list in a list. */
const INDENT = '    ';
const MAX_HEADING_LEVEL = 6;

/**
 * Blocks as light Markdown: headings with `#`, items with what is printed before them, rows of
 * tables as `cell | cell`, footnotes at the end of their section. A blank line stands between all
 * but the items of a list, the rows of a table and the footnotes of a section.
 */
export function renderBlocks(blocks: readonly Block[]): string {
  const lines: string[] = [];
  let previous: Block | undefined;
  for (const block of withNotesLast(blocks)) {
    const text = renderBlock(block);
    if (text.trim() === '') continue;
    if (previous !== undefined && !standTogether(previous, block)) lines.push('');
    lines.push(text);
    previous = block;
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** Footnotes go before the next heading. */
function withNotesLast(blocks: readonly Block[]): readonly Block[] {
  const ordered: Block[] = [];
  let notes: Block[] = [];
  for (const block of blocks) {
    if (block.kind === 'note') notes.push(block);
    else {
      if (block.kind === 'heading') {
        ordered.push(...notes);
        notes = [];
      }
      ordered.push(block);
    }
  }
  return [...ordered, ...notes];
}

function standTogether(before: Block, after: Block): boolean {
  return before.kind === after.kind && (after.kind === 'item' || after.kind === 'note');
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const level = Math.min(Math.max(block.level, 1), MAX_HEADING_LEVEL);
      const text = oneLine(block.text);
      return text === '' ? '' : `${'#'.repeat(level)} ${text}`;
    }
    case 'text':
      return indented(block.text, block.depth);
    case 'item':
      return indented(
        block.marker === '' ? block.text : `${block.marker} ${block.text}`,
        block.depth,
      );
    case 'table':
      return block.rows
        .map(renderRow)
        .filter((row) => row !== '')
        .join('\n');
    case 'note':
      return `[^${block.label}]: ${oneLine(block.text)}`;
  }
}

function indented(text: string, depth: number): string {
  const indent = INDENT.repeat(depth);
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : indent + line.trimEnd()))
    .join('\n');
}

function renderRow(cells: readonly string[]): string {
  const texts = cells.map(oneLine);
  return texts.every((text) => text === '') ? '' : texts.join(' | ').trim();
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
