import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DeclarationChatError } from '../src/errors.js';
import {
  evaluateDialogues,
  readDialogues,
  renderDialogues,
  sharesOf,
  SHIPPED_DIALOGUES,
} from './dialogues.js';
import { evaluate } from './evaluate.js';
import type { QuestionSet } from './read-questions.js';
import { rememberReadings } from './remembered-readings.js';
import { renderHtml } from './render/report-page.js';
import { renderJson } from './render/json.js';
import { renderFailures, renderText } from './render/text.js';
import { summarize } from './report.js';
import { ablateEngine } from './ablate-composition.js';
import { createBackend } from '../src/composition/create-backend.js';
import type { Config } from '../src/bin/config/config.js';
import { loadModels, openAnswering, updateIndex, warningsOf } from '../src/bin/composition-root.js';
import { printJson } from '../src/bin/json-output.js';
import { withProgress } from '../src/bin/progress.js';

export interface EvaluateOptions {
  /** Prints the report for programs. */
  readonly json: boolean;
  /** File that a page is written to. */
  readonly html?: string;
  /** How many failures are printed. */
  readonly failures: number;
  readonly ablation: boolean;
}

/** Asks every question of a judged set in process, and reports what came of it. */
export async function evaluateFile(
  config: Config,
  { file, questions }: QuestionSet,
  options: EvaluateOptions,
): Promise<void> {
  const models = await loadModels(config);
  const { encoder } = models;
  for (const line of warningsOf(await updateIndex(config, encoder))) console.error(line);
  const opened = await models.openReader();
  const reader = { ...rememberReadings(opened), weigh: opened.weigh.bind(opened) };
  const engine = await openAnswering(config, {
    encoder,
    openReader: () => Promise.resolve(reader),
  });
  const { signal } = new AbortController();
  const system = { ...engine, answer: createBackend(engine).answer };
  const outcomes = await withProgress({ label: 'Asking', unit: 'questions' }, (onProgress) =>
    evaluate(system, questions, { signal, onProgress }),
  );
  const ablation = options.ablation
    ? await withProgress({ label: 'Leaving parts out', unit: 'questions' }, async (onProgress) =>
        ablateEngine(engine, { encoder, reader }, { questions, signal, onProgress }),
      )
    : undefined;
  const documents = engine.index.documents.map(({ id }) => id);
  const setting = {
    questionFile: path.basename(file),
    embeddingModel: config.embeddingModel,
    documents,
    madeAt: new Date().toISOString(),
  };
  const report = {
    ...summarize(outcomes, setting),
    ...(ablation === undefined ? {} : { ablation }),
  };
  if (options.json) process.stdout.write(renderJson(report));
  else {
    console.log(renderText(report));
    if (options.failures > 0) console.log(`\n${renderFailures(report, options.failures)}`);
  }
  if (options.html !== undefined) await write(options.html, renderHtml(report));
}

export interface DialogueOptions {
  readonly file: string | undefined;
  readonly json: boolean;
}

/** Asks every question of a set of dialogues in process, and reports what came of the last ones. */
export async function evaluateDialogueFile(
  config: Config,
  { file = SHIPPED_DIALOGUES, json }: DialogueOptions,
): Promise<void> {
  const dialogues = await readDialogues(file);
  const models = await loadModels(config);
  await updateIndex(config, models.encoder);
  const { answer } = createBackend(await openAnswering(config, models));
  const outcomes = await evaluateDialogues(answer, dialogues, new AbortController().signal);
  if (json) printJson({ shares: sharesOf(outcomes), outcomes });
  else console.log(renderDialogues(outcomes));
  models.close();
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
