import { html, type Html } from './markup.js';
import type { Span } from '../../types.js';

const PARAGRAPH_BREAK = /(?:\r?\n[^\S\n]*){2,}/gu;
/** A line that begins like a list item was broken on purpose. */
const ITEM_BREAK = /\r?\n[^\S\n]*(?=(?:[-•–—*·]|\([a-z0-9]{1,4}\)|[a-z0-9]{1,3}\))\s)/giu;
const BOLD = /\*\*([^*]+)\*\*/gu;
/** What is marked where nothing is. */
const NOTHING: Span = { start: 0, end: 0 };

/**
 * The source's own words as paragraphs; `**bold**` is shown as bold, hard-wrapped lines flow, list
 * items keep their line. What lies in `marked`, offsets into `text`, is marked.
 */
export function wording(text: string, marked: Span = NOTHING): readonly Html[] {
  return between(text, { start: 0, end: text.length }, PARAGRAPH_BREAK)
    .map((part) => trimmed(text, part))
    .filter(({ start, end }) => start < end)
    .map(
      (part) =>
        html`<p>${between(text, part, ITEM_BREAK).map((line, at) => html`${at === 0 ? '' : html`<br>`}${lineHtml(text, line, marked)}`)}</p>`,
    );
}

/** One line of text with its bold words. */
export function inline(text: string): Html {
  return lineHtml(text, { start: 0, end: text.length }, NOTHING);
}

interface Piece extends Span {
  readonly bold: boolean;
}

function lineHtml(text: string, line: Span, marked: Span): Html {
  const pieces = piecesOf(text, line);
  const within = (from: number, to: number): readonly Html[] =>
    pieces.flatMap((piece) =>
      pieceHtml(text, {
        ...piece,
        start: Math.max(piece.start, from),
        end: Math.min(piece.end, to),
      }),
    );
  const start = Math.min(Math.max(marked.start, line.start), line.end);
  const end = Math.min(Math.max(marked.end, start), line.end);
  const quoted = within(start, end);
  return html`${within(line.start, start)}${quoted.length === 0 ? '' : html`<mark>${quoted}</mark>`}${within(end, line.end)}`;
}

function pieceHtml(text: string, { start, end, bold }: Piece): readonly Html[] {
  if (start >= end) return [];
  const words = text.slice(start, end);
  return [bold ? html`<strong>${words}</strong>` : html`${words}`];
}

/** The line without the signs that make words bold. */
function piecesOf(text: string, line: Span): readonly Piece[] {
  const pieces: Piece[] = [];
  let plainFrom = line.start;
  for (const match of text.slice(line.start, line.end).matchAll(BOLD)) {
    const start = line.start + match.index;
    const end = start + match[0].length;
    pieces.push(
      { start: plainFrom, end: start, bold: false },
      { start: start + 2, end: end - 2, bold: true },
    );
    plainFrom = end;
  }
  return [...pieces, { start: plainFrom, end: line.end, bold: false }];
}

/** What stands between the matches of `separator` within `whole`. */
function between(text: string, whole: Span, separator: RegExp): readonly Span[] {
  const spans: Span[] = [];
  let { start } = whole;
  for (const match of text.slice(whole.start, whole.end).matchAll(separator)) {
    spans.push({ start, end: whole.start + match.index });
    start = whole.start + match.index + match[0].length;
  }
  return [...spans, { start, end: whole.end }];
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return {
    start: start + words.length - words.trimStart().length,
    end: Math.max(start, end - words.length + words.trimEnd().length),
  };
}
