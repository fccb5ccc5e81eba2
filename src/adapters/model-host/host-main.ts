// The program of the process that runs the models: loads what it is asked for, does one job after
// the other, and ends with whoever started it.
import { DeclarationChatError } from '../../errors.js';
import { TransformersEncoder } from '../encoder/transformers-encoder.js';
import { TransformersReader } from '../reader/transformers-reader.js';
import type { FromProcess, HostedModels, Job, JobResults, ToProcess } from './messages.js';

let models: HostedModels | undefined;
let encoder: Promise<TransformersEncoder> | undefined;
let reader: Promise<TransformersReader> | undefined;

function say(message: FromProcess): void {
  process.send?.(message);
}

/** Loads the encoder once; what failed is tried again when it is asked for again. */
function theEncoder({ encoder: options }: HostedModels): Promise<TransformersEncoder> {
  encoder ??= TransformersEncoder.load({
    ...options,
    onDownload: (progress) => {
      say({ kind: 'download', progress });
    },
  }).catch((error: unknown) => {
    encoder = undefined;
    throw error;
  });
  return encoder;
}

function theReader({ readerDir }: HostedModels): Promise<TransformersReader> {
  reader ??= TransformersReader.load(readerDir).catch((error: unknown) => {
    reader = undefined;
    throw error;
  });
  return reader;
}

async function resultOf(job: Job, held: HostedModels): Promise<JobResults[Job['kind']]> {
  switch (job.kind) {
    case 'load-encoder':
      return (await theEncoder(held)).dimensions;
    case 'load-reader':
      await theReader(held);
      return undefined;
    case 'embed': {
      const loaded = await theEncoder(held);
      const texts = [...job.texts];
      const vectors =
        job.side === 'query' ? loaded.embedQueries(texts) : loaded.embedDocuments(texts);
      return (await vectors).map((vector) => Float32Array.from(vector));
    }
    case 'match':
      return (await theEncoder(held)).matchTokens(job.question, job.text);
    case 'read':
      return (await theReader(held)).read(job.question, job.passages);
    case 'weigh':
      return (await theReader(held)).weigh(job.claim, job.cited);
  }
}

async function work(job: Job): Promise<void> {
  try {
    if (models === undefined) throw new Error('A job came before the models were named.');
    say({ kind: 'done', result: await resultOf(job, models) });
  } catch (error) {
    const code = error instanceof DeclarationChatError ? error.code : undefined;
    const message = error instanceof Error ? error.message : String(error);
    say({ kind: 'failed', code, message });
  }
}

process.on('message', (message: ToProcess) => {
  if (message.job === undefined) models = message.models;
  else void work(message.job);
});
process.once('disconnect', () => {
  process.exit();
});
// CTRL-C reaches every process of a terminal: whoever started this one may have work to finish.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
