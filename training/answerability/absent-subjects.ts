import { readFileSync } from 'node:fs';
import type { IndexedDocument } from '../../src/types.js';
import type { AskedQuestion } from './ask-texts.js';

interface WrittenQuestion {
  readonly question: string;
  readonly kind: string;
  /** Beginnings of words for what it is about, in lower case: a text that has none says nothing of it. */
  readonly subject: readonly string[];
}

const QUESTIONS = readFileSync('training/answerability/absent.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as WrittenQuestion);

/** One of them, and its number among all. */
export interface AbsentSubject {
  readonly asked: AskedQuestion;
  readonly number: number;
}

/** Questions as texts of all kinds might answer them, about something that none of these speaks of. */
export function absentFrom(documents: readonly IndexedDocument[]): AbsentSubject[] {
  const texts = documents.map(({ text }) => text.toLowerCase());
  const isAbsent = (word: string): boolean => !texts.some((text) => text.includes(word));
  return QUESTIONS.flatMap(({ question, kind, subject }, number) => {
    const messages = [{ role: 'user', content: question }] as const;
    return subject.every(isAbsent)
      ? [{ asked: { messages, kind, answerable: false, gold: [] }, number }]
      : [];
  });
}
