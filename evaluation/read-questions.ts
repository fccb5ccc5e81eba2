import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DeclarationChatError } from '../src/errors.js';
import type { JudgedQuestion } from './judged-question.js';
import { parseQuestions } from './parse-questions.js';

/** The judged questions of the project. */
export const SHIPPED_QUESTIONS = fileURLToPath(
  new URL('../test/judged/questions.jsonl', import.meta.url),
);

export interface QuestionSet {
  readonly file: string;
  readonly questions: readonly JudgedQuestion[];
}

/** @throws DeclarationChatError `invalid-arguments` where the file cannot be read or is no such set */
export async function readQuestions(file: string): Promise<QuestionSet> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new DeclarationChatError(
      'invalid-arguments',
      `The question set ${file} cannot be read: ${(cause as Error).message}.`,
      { cause },
    );
  });
  return { file, questions: parseQuestions(text, file) };
}
