import { bearsQuote, comparable } from '../evaluation/gold-match.js';
import type { JudgedQuestion } from './judged.js';
import { rounded } from './quantiles.js';

/** Texts that were found for a question, best first. */
export type Retrieve = (question: string) => Promise<readonly string[]>;

export interface Quality {
  /** Share of the questions with a text that answers in the first place. */
  readonly hitAt1: number;
  /** Share of what is needed that is among the first five: one of the quotes, or each of them. */
  readonly recallAt5: number;
  /** Characters of the first five: longer texts hold more by themselves. */
  readonly charactersOf5: number;
}

export async function measureQuality(
  retrieve: Retrieve,
  questions: readonly JudgedQuestion[],
): Promise<Quality> {
  let [hits, recall, characters] = [0, 0, 0];
  for (const { question, gold_quotes: quotes, gold_mode: mode } of questions) {
    const found = (await retrieve(question)).slice(0, 5);
    const passages = found.map(comparable);
    const [first] = passages;
    if (first !== undefined && quotes.some((quote) => bearsQuote(first, quote))) hits += 1;
    const borne = quotes.filter((quote) => passages.some((passage) => bearsQuote(passage, quote)));
    recall += mode === 'any' ? Math.sign(borne.length) : borne.length / quotes.length;
    characters += found.reduce((sum, { length }) => sum + length, 0);
  }
  const count = questions.length;
  return {
    hitAt1: rounded(hits / count, 3),
    recallAt5: rounded(recall / count, 3),
    charactersOf5: rounded(characters / count, 0),
  };
}
