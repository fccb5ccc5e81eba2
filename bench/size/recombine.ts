import { normalizeForSearch } from '../../src/language/normalize.js';
import { splitSentences } from '../../src/language/sentences/split-sentences.js';
import { randomFrom } from './random.js';
import type { SentencePool } from './sentence-pool.js';

/** A real sentence, or one with the opening of a real sentence and the ending of another. */
export interface MadeSentence {
  readonly text: string;
  /** Numbers of the sentences in the pool that it opens and ends with. */
  readonly opening: number;
  readonly ending: number;
  /** Share of the opening's words that it has, as its share in the vector; 1 for a real sentence. */
  readonly share: number;
}

export type MadeParagraph = readonly MadeSentence[];

/** At least this much of a sentence stays, so that a paragraph stays on its topic. */
const LEAST_SHARE = 0.5;
const MOST_SHARE = 0.9;
/** An ending that does not leave one new sentence is replaced by another, so often. */
const TRIES = 8;
const SEED = 7;

/**
 * The real paragraphs, then as many others as are asked for: each is a real one whose sentences end
 * as others do. A sentence comes once as long as the pool bears it, and the same pool gives the same
 * paragraphs.
 */
export function* makeParagraphs(pool: SentencePool, count: number): Generator<MadeParagraph> {
  const firsts: number[] = [];
  let next = 0;
  for (const [i, paragraph] of pool.paragraphs.entries()) {
    firsts.push(next);
    next += paragraph.length;
    if (i < count) yield paragraph.map((text, place) => real(text, (firsts[i] ?? 0) + place));
  }
  const random = randomFrom(SEED);
  const seen = new Set(pool.sentences);
  for (let i = pool.paragraphs.length; i < count; i++) {
    const base = Math.floor(random() * pool.paragraphs.length);
    yield (pool.paragraphs[base] ?? []).map((_, place) =>
      recombined(pool, (firsts[base] ?? 0) + place, { random, seen }),
    );
  }
}

function real(text: string, number: number): MadeSentence {
  return { text, opening: number, ending: number, share: 1 };
}

function recombined(
  pool: SentencePool,
  opening: number,
  { random, seen }: { readonly random: () => number; readonly seen: Set<string> },
): MadeSentence {
  const words = (pool.sentences[opening] ?? '').split(' ');
  let made: MadeSentence | undefined;
  for (let i = 0; i < TRIES; i++) {
    const share = LEAST_SHARE + random() * (MOST_SHARE - LEAST_SHARE);
    const ending = Math.floor(random() * pool.sentences.length);
    const others = (pool.sentences[ending] ?? '').split(' ');
    const kept = words.slice(0, Math.ceil(words.length * share));
    const added = others.slice(others.length - Math.ceil(others.length * (1 - share)));
    const text = normalizeForSearch([...kept, ...added].join(' '));
    made = { text, opening, ending, share };
    if (!seen.has(text) && splitSentences(text).length === 1) break;
  }
  if (made !== undefined) seen.add(made.text);
  return made ?? real(pool.sentences[opening] ?? '', opening);
}
