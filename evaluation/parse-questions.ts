import { z } from 'zod';
import { DeclarationChatError } from '../src/errors.js';
import type { JudgedQuestion } from './judged-question.js';

const words = z.string().trim().min(1);
const schema = z
  .object({
    id: words,
    kind: words,
    question: words,
    history: z
      .array(z.strictObject({ role: z.enum(['user', 'assistant']), content: z.string() }))
      .default([]),
    answerable: z.boolean(),
    gold_quotes: z.array(words).default([]),
    gold_mode: z.enum(['any', 'all']).default('any'),
    gold_paras: z.array(z.string()).default([]),
    answer_contains: z.array(z.array(words).min(1)).default([]),
  })
  .refine(({ answerable, gold_quotes: quotes }) => !answerable || quotes.length > 0, {
    path: ['gold_quotes'],
    error: 'needs at least one quote, as the question is answerable',
  });

/**
 * A question set in JSON Lines: one object a line with `id`, `kind`, `question`, `answerable`, and,
 * as far as they apply, `history`, `gold_quotes`, `gold_mode`, `gold_paras`, `answer_contains`.
 * Other keys are left aside.
 * @param path what the set is called in error messages
 * @throws DeclarationChatError `invalid-arguments`, naming the line
 */
export function parseQuestions(text: string, path: string): JudgedQuestion[] {
  const questions: JudgedQuestion[] = [];
  const lineOf = new Map<string, number>();
  text
    .replace(/^\uFEFF/u, '')
    .split('\n')
    .forEach((line, i) => {
      if (line.trim() === '') return;
      const question = parseLine(line, `${path}, line ${i + 1}`);
      const earlier = lineOf.get(question.id);
      if (earlier !== undefined) {
        throw unusable(
          `${path}, line ${i + 1}: the id "${question.id}" is that of line ${earlier}. Give every question its own.`,
        );
      }
      lineOf.set(question.id, i + 1);
      questions.push(question);
    });
  if (questions.length === 0) {
    throw unusable(
      `${path} holds no question. It takes one JSON object a line; test/judged/README.md describes them.`,
    );
  }
  return questions;
}

function parseLine(line: string, place: string): JudgedQuestion {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw unusable(
      `${place}: this is not JSON (${(cause as Error).message}). Each line takes one JSON object.`,
      cause,
    );
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const key = issue?.path.join('.') ?? '';
    throw unusable(
      `${place}: ${key === '' ? 'the line' : `"${key}"`} is not usable: ${issue?.message ?? ''}. ` +
        'test/judged/README.md describes the fields.',
      parsed.error,
    );
  }
  const {
    gold_quotes: goldQuotes,
    gold_mode: goldMode,
    gold_paras: goldParagraphs,
    answer_contains: answerContains,
    ...rest
  } = parsed.data;
  return { ...rest, goldQuotes, goldMode, goldParagraphs, answerContains };
}

function unusable(message: string, cause?: unknown): DeclarationChatError {
  return new DeclarationChatError('invalid-arguments', message, { cause });
}
