import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../test/judged/questions.jsonl', import.meta.url));

export interface JudgedQuestion {
  readonly question: string;
  readonly answerable: boolean;
  /** `DOCUMENT#LABEL` of the paragraphs that answer. */
  readonly gold_paras: readonly string[];
  readonly gold_quotes: readonly string[];
  /** Whether one of the quotes is enough, or each is needed. */
  readonly gold_mode: 'any' | 'all';
  readonly history?: readonly object[];
}

/** The judged questions that ship. */
export async function readJudged(): Promise<JudgedQuestion[]> {
  const lines = (await readFile(FILE, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as JudgedQuestion);
}

/** Those that the texts answer and that stand alone: what any search can be asked. */
export async function readAnswerable(): Promise<JudgedQuestion[]> {
  return (await readJudged()).filter(
    ({ answerable, history }) => answerable && history === undefined,
  );
}
