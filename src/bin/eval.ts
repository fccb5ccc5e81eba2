import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DeclarationChatError } from '../errors.js';
import { evaluate } from '../evaluation/evaluate.js';
import type { JudgedQuestion } from '../evaluation/judged-question.js';
import { parseQuestions } from '../evaluation/parse-questions.js';
import { renderHtml } from '../evaluation/render/html.js';
import { renderJson } from '../evaluation/render/json.js';
import { renderFailures, renderText } from '../evaluation/render/text.js';
import { summarize } from '../evaluation/report.js';
import { ablateEngine } from './ablate-engine.js';
import { createBackend } from './backend.js';
import type { Config } from './config.js';
import { ingestCorpus, loadEmbeddings, openEngine, warnOf } from './engine.js';
import { withProgress } from './progress.js';

const SHIPPED_QUESTIONS = fileURLToPath(
  new URL('../../test/judged/questions.jsonl', import.meta.url),
);

export interface EvalOptions {
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
  options: EvalOptions,
): Promise<void> {
  const questionFile = file ?? SHIPPED_QUESTIONS;
  const questions = await readQuestions(questionFile);
  const embeddings = await loadEmbeddings(config);
  warnOf(await ingestCorpus(config, embeddings));
  const engine = await openEngine(config, embeddings);
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
