import { opensLeaning } from '../answering/quoting/leaning-sentence.js';
import { rulesOf } from '../language/languages.js';
import { normalizeForSearch } from '../language/normalize.js';
import { words } from '../language/tokenize.js';
import type { QuestionEncoder } from '../ports/encoder.js';
import { areApart, embedPrototypes, nearest, onceMade } from './prototypes.js';

/** Whether a sentence opens with what leans on the one before: "They", "However, …", "Aber …". */
export type LeaningReader = (sentence: string) => Promise<boolean>;

const RULES = rulesOf('replies');
/** Words before a comma; what is longer is a phrase of its own ("In the year 2021, …"). */
const MAX_WORDS = 4;
/** Characters within which that comma stands. */
const MAX_OPENING = 40;
/** Cosine of an opening with the nearest that leans; it is nearer than any that does not. */
const MIN_SIMILARITY = 0.67;

/** By the rules of a language that has such, else by the nearest prototype of any language. */
export function createLeaningReader(
  embeddings: Pick<QuestionEncoder, 'embedQuery'>,
): LeaningReader {
  const known = onceMade(async () => {
    const leaning = await embedPrototypes(
      embeddings,
      RULES.flatMap(({ leaningOpenings }) => leaningOpenings),
    );
    const plain = await embedPrototypes(
      embeddings,
      RULES.flatMap(({ plainOpenings }) => plainOpenings),
    );
    return { leaning, plain, areApart: areApart(leaning, plain) };
  });
  return async (sentence) => {
    if (opensLeaning(sentence)) return true;
    const { leaning, plain, areApart: canTell } = await known();
    if (!canTell) return false;
    const vector = await embeddings.embedQuery(normalizeForSearch(openingOf(sentence)));
    const similarity = nearest(vector, leaning);
    return similarity >= MIN_SIMILARITY && similarity > nearest(vector, plain);
  };
}

/** Its words up to a comma that comes soon, else the first of them. */
function openingOf(sentence: string): string {
  const [opening = ''] = sentence.slice(0, MAX_OPENING).split(/[,،，、]/u, 1);
  const isSet = opening.length < Math.min(sentence.length, MAX_OPENING);
  return isSet && words(opening).length <= MAX_WORDS ? opening : (words(sentence)[0] ?? '');
}
