import { antecedentOf, withAntecedent } from '../answering/quoting/antecedent.js';
import { estimateTokens } from '../prompting/estimate-tokens.js';
import { PROMPT_WORDS } from '../prompting/prompt-words.js';
import type { IndexedParagraph } from '../ports/search-index.js';
import type { Span } from '../types.js';
import { addressesModel } from './addresses-model.js';
import type { ShownNumbers } from './reply-parser/prompt-numbers.js';

/** A sentence that a model may cite. */
export interface NumberedSentence {
  /** 1-based, consecutive. */
  readonly number: number;
  readonly paragraph: IndexedParagraph;
  /** Its place among the sentences of the paragraph. */
  readonly place: number;
  /** Of `document.text`. */
  readonly span: Span;
  /** On one line, whom a "they" at the beginning of its paragraph means put in. */
  readonly wording: string;
}

export interface NumberedEvidence {
  /** Sentence `n` stands at `n - 1`. */
  readonly sentences: readonly NumberedSentence[];
  /** What a model may cite them by. */
  readonly numbers: ShownNumbers;
  /**
   * What goes into the prompt between the sentinels: one sentence a line, `[S1] …`, under lines
   * that say where it stands.
   */
  readonly text: string;
}

/**
 * A line break, or anything that a reader may take for one, would let a sentence begin a line of
 * its own.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}]+/gu;
/** Brackets before a number: the source's own must not read as numbers of ours. */
const NUMBER_IN_BRACKETS =
  /[[［【〔](\s*(?:[\^Ss]\s*)?\p{N}[^\][［］【】〔〕\n]{0,60})[\]］】〕]/gu;
/** A word as our numbers are: "the S20". */
const LIKE_A_NUMBER = /(?<![\p{L}\p{N}])S\d/u;
/** `[S12] ` and the break after the line. */
const TOKENS_OF_A_NUMBER = 5;

/**
 * Numbers the sentences of the given paragraphs, best first, for a prompt of at most `maxTokens`,
 * headings counted. Paragraphs of one section stand together under its headings, in the text's own
 * order. They stand there whole; one that does not fit is left out, except that of the first as many
 * sentences are taken as fit. Sentences that speak to a model are left out. The same paragraph twice
 * counts once.
 */
export function numberEvidence(
  evidence: readonly IndexedParagraph[],
  { maxTokens }: { readonly maxTokens: number },
): NumberedEvidence {
  const sections = sectionsOf(takeFitting([...new Set(evidence)], maxTokens));
  const sentences: NumberedSentence[] = [];
  const blocks = [...sections].map(([heading, taken]) =>
    [heading, ...taken.flatMap(({ label, lines }) => [label, ...lines.map(number)])].join('\n'),
  );
  const known = [...sections.keys(), ...sentences.map(({ wording }) => wording)];
  const readsBare = !known.some((words) => LIKE_A_NUMBER.test(words));
  return {
    sentences,
    numbers: { highestNumber: sentences.length, readsBare },
    text: blocks.join('\n\n'),
  };

  function number(line: Line): string {
    sentences.push({ ...line, number: sentences.length + 1 });
    return `[S${sentences.length}] ${line.wording}`;
  }
}

type Line = Omit<NumberedSentence, 'number'>;

interface Taken {
  readonly paragraph: IndexedParagraph;
  readonly label: string;
  readonly lines: readonly Line[];
}

function takeFitting(evidence: readonly IndexedParagraph[], maxTokens: number): Taken[] {
  const taken: Taken[] = [];
  let room = maxTokens;
  for (const [rank, paragraph] of evidence.entries()) {
    const label = `${PROMPT_WORDS.paragraph} ${plainLine(paragraph.paragraph.label)}`;
    const opening = estimateTokens(`${headingOf(paragraph)} ${label}`);
    const all = linesOf(paragraph);
    const { lines, tokens } = firstFitting(all, room - opening);
    if (lines.length === 0 || (lines.length < all.length && rank > 0)) continue;
    room -= opening + tokens;
    taken.push({ paragraph, label, lines });
  }
  return taken;
}

/** By their headings, in the order of the best of each. */
function sectionsOf(taken: readonly Taken[]): Map<string, Taken[]> {
  const sections = new Map<string, Taken[]>();
  for (const one of taken) {
    const heading = headingOf(one.paragraph);
    sections.set(heading, [...(sections.get(heading) ?? []), one]);
  }
  for (const some of sections.values()) {
    some.sort((a, b) => a.paragraph.number - b.paragraph.number);
  }
  return sections;
}

function linesOf(paragraph: IndexedParagraph): Line[] {
  const { document, sentences } = paragraph;
  const antecedent = antecedentOf(paragraph);
  const lines = sentences.map((span, place): Line => {
    const sentence = plainLine(document.text.slice(span.start, span.end));
    const wording =
      place === 0 && antecedent !== undefined
        ? withAntecedent(sentence, plainLine(antecedent))
        : sentence;
    return { paragraph, place, span, wording };
  });
  return lines.filter(({ wording }) => wording !== '' && !addressesModel(wording));
}

function firstFitting(
  lines: readonly Line[],
  room: number,
): { readonly lines: readonly Line[]; readonly tokens: number } {
  let tokens = 0;
  const costOf = ({ wording }: Line): number => estimateTokens(wording) + TOKENS_OF_A_NUMBER;
  const end = lines.findIndex((line) => (tokens += costOf(line)) > room);
  const excess = lines[end];
  return excess === undefined
    ? { lines, tokens }
    : { lines: lines.slice(0, end), tokens: tokens - costOf(excess) };
}

/** Where a paragraph stands: title, date and headings; nothing of it that speaks to a model. */
function headingOf({ document, paragraph }: IndexedParagraph): string {
  const named = addressesModel(document.title) ? document.id : document.title;
  const title = document.date === undefined ? named : `${named} (${document.date})`;
  const headings = paragraph.section.filter((heading) => !addressesModel(heading));
  return [`${PROMPT_WORDS.text}: ${plainLine(title)}`, ...headings.map(plainLine)].join(' | ');
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
