import { endOf } from '../../../language/end-of.js';
import { alternatives } from '../../../language/any-of.js';
import { isStopWord, words } from '../../../language/tokenize.js';
import type { ListedDocument, SearchIndex } from '../../../ports/search-index.js';
import { MAX_REFERENCES, REFERENCE_LOOK_AHEAD } from '../../settings.js';
import { isSpokenOf } from '../spoken-of.js';
import { retrievalRules } from '../retrieval-rules.js';
import { mentionsIn } from './mention.js';
import { isNumber, NUMBER_ALONE, plainAsked } from './place-number.js';
import type { Reference } from './reference.js';
import { asksForMore } from './whole-place.js';

/** Words before a number that is the subject of a question: "What does 9.3 forbid?" */
const MIN_WORDS_BEFORE_SUBJECT = 2;

const SIGNS = alternatives(
  retrievalRules('references').flatMap(({ numberSign }) => numberSign ?? []),
);
const BEGIN = String.raw`(?<![\p{L}\p{N}\p{Sc}.,:+/-])`;
const END = String.raw`(?![\p{L}\p{N}/]|[.,:-]\p{Nd}|\s?[%‰°\p{Sc}])`;
const BARE = new RegExp(
  String.raw`${BEGIN}(?<sign>(?:${SIGNS})(?:(?<=\p{L})\s+|(?<!\p{L})\s*)(?=\p{Nd}))?(?<number>${NUMBER_ALONE})${END}`,
  'giu',
);
const OF_WORD = /[\p{L}\p{M}\p{N}'’-]/u;
const NEXT_WORD = /^\s*(?<word>[\p{L}\p{M}\p{N}'’-]+)/u;

/**
 * Numbers of places without a name: "9.3", "IV.C.3.b", "no. 58", and "58" where nothing else is
 * asked. They are only meant where the texts have such a place.
 */
export async function bareNumbersIn(
  question: string,
  { documents, index }: AskedTexts,
): Promise<Reference[]> {
  const mentions = mentionsIn(question);
  const references: Reference[] = [];
  for (const match of first(MAX_REFERENCES, question.matchAll(BARE))) {
    const { index: start, groups: { sign, number: typed = '' } = {} } = match;
    const end = start + match[0].length;
    if (mentions.some((mention) => start < mention.end && mention.start < end)) continue;
    if (!isNumber(typed)) continue;
    const around = { before: question.slice(0, start), after: question.slice(end), typed };
    const isMeant =
      sign === undefined
        ? await isCitedSo(around, { documents, index })
        : !(await isQuantity(around, { documents, index }));
    if (!isMeant) continue;
    references.push({
      spans: [{ start, end }],
      words: match[0],
      readings: [[{ names: [], number: plainAsked(typed) }]],
    });
  }
  return references;
}

/** So many of them at most: each takes a look at all of the question. */
function first<Item>(count: number, items: Iterable<Item>): Item[] {
  const taken: Item[] = [];
  for (const item of items) {
    if (taken.length >= count) break;
    taken.push(item);
  }
  return taken;
}

export interface AskedTexts {
  /** Their names may stand beside a number, and they may speak of quantities so. */
  readonly documents: readonly ListedDocument[];
  readonly index: Pick<SearchIndex, 'holding' | 'paragraphs'>;
}

interface Around {
  readonly before: string;
  readonly after: string;
  readonly typed: string;
}

/** Whether numbers of places are written so, and this one is likely to be one. */
async function isCitedSo(around: Around, texts: AskedTexts): Promise<boolean> {
  const { before, after, typed } = around;
  const parts = plainAsked(typed).split(/[.-]/u);
  // `I.A` may be a place, but "A.I." and "e.g." are none.
  if (parts.length === 1 || parts.every((part) => /^\p{L}$/u.test(part))) {
    return !asksForMore(`${before} ${after}`, texts.documents);
  }
  return parts.length > 2 || !(await isQuantity(around, texts));
}

/** "9.3 million", "version 1.9", but not "What does 9.3 forbid?" nor "the Riverton text, 9.3". */
async function isQuantity(
  { before, after, typed }: Around,
  { documents, index }: AskedTexts,
): Promise<boolean> {
  const last = endOf(before.slice(-REFERENCE_LOOK_AHEAD).trimEnd(), OF_WORD);
  const next = NEXT_WORD.exec(after.slice(0, REFERENCE_LOOK_AHEAD))?.groups?.['word'];
  if (last !== '' && asksForMore(last, documents)) return true;
  if (next === undefined || !asksForMore(next, documents)) return false;
  const spoken = words(before);
  const isSubject =
    spoken.length >= MIN_WORDS_BEFORE_SUBJECT && spoken.every((word) => isStopWord(word));
  if (!isSubject) return true;
  const within = new Set(documents.map(({ id }) => id));
  return isSpokenOf(`${typed} ${next}`, { index, within });
}
