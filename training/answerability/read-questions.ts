import { readFileSync } from 'node:fs';
import type { ChatMessage } from '../../src/types.js';
import type { AskedQuestion } from './ask-texts.js';

interface WrittenQuestion {
  readonly question: string;
  readonly kind: string;
  readonly history?: readonly ChatMessage[];
  readonly answerable?: boolean;
  readonly gold_quotes?: readonly string[];
}

/** Questions of a file, one JSON object a line. */
export function readQuestions(path: string): AskedQuestion[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const {
      question,
      kind,
      history = [],
      answerable = false,
      gold_quotes: gold = [],
    } = JSON.parse(line) as WrittenQuestion;
    return { messages: [...history, { role: 'user', content: question }], kind, answerable, gold };
  });
}
