import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DeclarationChatError } from '../src/errors.js';
import { evaluate } from './evaluate.js';
import type { JudgedQuestion } from './judged-question.js';
import { parseQuestions } from './parse-questions.js';
import { renderHtml } from './render/report-page.js';
import { renderJson } from './render/json.js';
import { renderFailures, renderText } from './render/text.js';
import { summarize } from './report.js';
import { ablateEngine } from './ablate-composition.js';
import { createBackend } from '../src/composition/create-backend.js';
import type { Config } from '../src/bin/config.js';
import { loadEncoder, openAnswering, updateIndex, warnOf } from '../src/bin/composition-root.js';
import { withProgress } from '../src/bin/progress.js';

const SHIPPED_QUESTIONS = fileURLToPath(new URL('../test/judged/questions.jsonl', import.meta.url));

export interface EvaluateOptions {
  /** Files to write to. */
  readonly json?: string;
  readonly html?: string;
  /** How many failures are printed. */
  readonly failures: number;
  readonly ablation: boolean;
}

/** Asks every question of a judged set in process and reports what came of it. */
export async function evaluateFile(
  config: Config,
  file: string | undefined,
  options: EvaluateOptions,
): Promise<void> {
  const questionFile = file ?? SHIPPED_QUESTIONS;
  const questions = await readQuestions(questionFile);
  const embeddings = await loadEncoder(config);
  warnOf(await updateIndex(config, embeddings));
  const engine = await openAnswering(config, embeddings);
  const { signal } = new AbortController();
  const system = { ...engine, answer: createBackend(engine).answer };
  const outcomes = await withProgress({ label: 'Asking', unit: 'questions' }, (onProgress) =>
    evaluate(system, questions, { signal, onProgress }),
  );
  const ablation = options.ablation
    ? await withProgress({ label: 'Leaving parts out', unit: 'questions' }, (onProgress) =>
        ablateEngine(engine, embeddings, { questions, signal, onProgress }),
      )
    : undefined;
  const documents = engine.index.documents.map(({ id }) => id);
  const setting = {
    questionFile: path.basename(questionFile),
    embeddingModel: config.embeddingModel,
    documents,
    madeAt: new Date().toISOString(),
  };
  const report = {
    ...summarize(outcomes, setting),
    ...(ablation === undefined ? {} : { ablation }),
  };
  console.log(renderText(report));
  if (options.failures > 0) console.log(`\n${renderFailures(report, options.failures)}`);
  if (options.json !== undefined) await write(options.json, renderJson(report));
  if (options.html !== undefined) await write(options.html, renderHtml(report));
}

async function readQuestions(file: string): Promise<JudgedQuestion[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new DeclarationChatError(
      'invalid-arguments',
      `The question set ${file} cannot be read: ${(cause as Error).message}.`,
      { cause },
    );
  });
  return parseQuestions(text, file);
}

async function write(file: string, content: string): Promise<void> {
  await writeFile(file, content).catch((cause: unknown) => {
    throw new DeclarationChatError(
      'invalid-arguments',
      `${file} cannot be written: ${(cause as Error).message}.`,
      { cause },
    );
  });
}
