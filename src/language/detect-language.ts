import { languageScores } from './language-scores.js';
import { primaryTag } from './primary-tag.js';
import { isWrittenIn, scriptOf } from './scripts.js';

/** What is known of the texts that a question is asked of. */
export interface TextsAsked {
  /** BCP 47 tags of their languages, at least one. */
  readonly languages: readonly string[];
  /** Whether they have a word, in lower case as it was typed. */
  readonly holds: (word: string) => boolean;
}

/** Added to a score of 0 to 1 where the texts have every word of the question. */
const KNOWN_WORDS = 0.3;
/** Share of them that a question in another language has: names. */
const NAMES = 0.5;
/** Added to the score of the texts' own languages for a single word, a share of it for several. */
const SINGLE_WORD = 0.2;

/**
 * The language of a question: the likeliest of its script by what its letters look like. Words that
 * the texts have count for the texts' own languages, and so do questions of a word or two, which
 * look like anything; where nothing tells, the first of these is meant.
 *
 * @returns a BCP 47 tag of two letters
 */
export function detectLanguage(question: string, { languages, holds }: TextsAsked): string {
  const own = languages.map(primaryTag);
  const words = question.toLowerCase().match(/\p{L}+/gu) ?? [];
  const script = scriptOf(question);
  const scores = languageScores(question, script);
  const count = Math.max(1, words.length);
  const known = Math.max(0, words.filter(holds).length / count - NAMES) / (1 - NAMES);
  const ofTexts = KNOWN_WORDS * known + SINGLE_WORD / count;
  let best = { tag: own[0] ?? 'en', score: 0 };
  // The texts' own come first: of two that are as likely, the first is meant.
  for (const tag of new Set([...own.filter((of) => isWrittenIn(of, script)), ...scores.keys()])) {
    const score = (scores.get(tag) ?? 0) + (own.includes(tag) ? ofTexts : 0);
    if (score > best.score) best = { tag, score };
  }
  return best.tag;
}
