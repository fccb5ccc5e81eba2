// Prints what the models make of the texts on standard input when they run in this process.
import { text } from 'node:stream/consumers';
import { TransformersEncoder } from '../../../src/adapters/encoder/transformers-encoder.js';
import { TransformersReader } from '../../../src/adapters/reader/transformers-reader.js';

const asked = JSON.parse(await text(process.stdin)) as {
  readonly encoder: { readonly model: string; readonly modelsDirectory: string };
  readonly reader: string;
  readonly texts: string[];
  readonly passages: readonly string[][];
};
const encoder = await TransformersEncoder.load(asked.encoder);
const reader = await TransformersReader.load(asked.reader);
const printed = {
  dimensions: encoder.dimensions,
  fingerprint: encoder.fingerprint,
  documents: await encoder.embedDocuments(asked.texts),
  queries: await encoder.embedQueries(asked.texts),
  query: await encoder.embedQuery('peace'),
  readings: await reader.read('How do they fight drugs?', asked.passages),
  reads: ['en', 'xx'].map((language) => reader.reads(language)),
};
process.stdout.write(JSON.stringify(printed));
