import type { IndexedParagraph } from '../retrieval/search/search-index.js';
import { PROMPT_WORDS } from '../prompting/prompt-words.js';
import type { Span } from '../types.js';
import { addressesModel } from './addresses-model.js';

/** A sentence that a model may cite. */
export interface NumberedSentence {
  /** 1-based, consecutive. */
  readonly number: number;
  readonly paragraph: IndexedParagraph;
  /** Its place among the sentences of the paragraph. */
  readonly place: number;
  /** Of `document.text`. */
  readonly span: Span;
}

export interface NumberedEvidence {
  /** Sentence `n` stands at `n - 1`. */
  readonly sentences: readonly NumberedSentence[];
  /**
   * What goes into the prompt between the sentinels: one sentence a line, `[1] …`, under a line
   * that says where it stands.
   */
  readonly text: string;
}

/**
 * A line break, or anything that a reader may take for one, would let a sentence begin a line of
 * its own.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}]+/gu;
/** Brackets before a number: the source's own must not read as numbers of ours. */
const NUMBER_IN_BRACKETS = /[[［【〔](\s*(?:\^\s*)?\p{N}[^\][［］【】〔〕\n]{0,60})[\]］】〕]/gu;

/**
 * Numbers the sentences of the given paragraphs, best first, for a prompt of at most `maxWords`
 * words, headings counted. Paragraphs stand there whole; one that does not fit is left out, except
 * that of the first as many sentences are taken as fit. Sentences that speak to a model are left
 * out. The same paragraph twice counts once.
 */
export function numberEvidence(
  evidence: readonly IndexedParagraph[],
  { maxWords }: { readonly maxWords: number },
): NumberedEvidence {
  const sentences: NumberedSentence[] = [];
  const blocks: string[] = [];
  let room = maxWords;
  [...new Set(evidence)].forEach((paragraph, rank) => {
    const heading = headingOf(paragraph);
    const lines = linesOf(paragraph);
    const { fitting, words } = takeFitting(lines, room - wordCount(heading));
    if (fitting.length === 0 || (fitting.length < lines.length && rank > 0)) return;
    room -= words + wordCount(heading);
    const numbered = fitting.map(({ text, place, span }, i) => ({
      text,
      sentence: { number: sentences.length + i + 1, paragraph, place, span },
    }));
    sentences.push(...numbered.map(({ sentence }) => sentence));
    blocks.push(
      [heading, ...numbered.map(({ text, sentence }) => `[${sentence.number}] ${text}`)].join('\n'),
    );
  });
  return { sentences, text: blocks.join('\n\n') };
}

interface Line extends Pick<NumberedSentence, 'place' | 'span'> {
  readonly text: string;
}

function linesOf({ document, sentences }: IndexedParagraph): Line[] {
  const lines = sentences.map((span, place) => ({
    place,
    span,
    text: plainLine(document.text.slice(span.start, span.end)),
  }));
  return lines.filter(({ text }) => text !== '' && !addressesModel(text));
}

function takeFitting(
  lines: readonly Line[],
  room: number,
): { readonly fitting: readonly Line[]; readonly words: number } {
  let words = 0;
  const end = lines.findIndex(({ text }) => (words += wordCount(text) + 1) > room);
  return end < 0
    ? { fitting: lines, words }
    : { fitting: lines.slice(0, end), words: words - wordCount(lines[end]?.text ?? '') - 1 };
}

/**
 * Where a paragraph stands: title, date, headings and label; nothing of it that speaks to a model.
 */
function headingOf({ document, paragraph }: IndexedParagraph): string {
  const named = addressesModel(document.title) ? document.id : document.title;
  const title = document.date === undefined ? named : `${named} (${document.date})`;
  const headings = paragraph.section.filter((heading) => !addressesModel(heading));
  return [
    `${PROMPT_WORDS.text}: ${plainLine(title)}`,
    ...headings.map(plainLine),
    `${PROMPT_WORDS.paragraph} ${plainLine(paragraph.label)}`,
  ].join(' | ');
}

function plainLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\*{2,3}/gu, '')
    .replace(UNSEEN, ' ')
    .replace(/\s+/gu, ' ')
    .replace(NUMBER_IN_BRACKETS, '($1)')
    .trim();
}

function wordCount(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}
