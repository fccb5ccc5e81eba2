import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCorpusDocuments } from '../../src/composition/read-corpus-documents.js';
import type { Encoder } from '../../src/ports/encoder.js';
import { readAnswerable } from '../judged.js';
import type { PassageInput } from '../peers/passage-search.js';
import type { MadeVectors } from './made-vectors.js';
import type { MadeParagraph } from './recombine.js';
import { embedKept, readVectors } from './sentence-pool.js';

const SHIPPED = fileURLToPath(new URL('../../corpus/', import.meta.url));
const TEXTS = 'peer-texts.json';
const VECTORS = 'peer-vectors.f32';
const QUESTIONS = 'peer-questions.json';

/** The same paragraphs and questions as ours, with their vectors, for engines that take these. */
export interface PeerInput {
  readonly passages: readonly PassageInput[];
  /** In the order of the judged questions. */
  readonly questionVectors: readonly (readonly number[])[];
}

export async function writePeerInput(
  folder: string,
  encoder: Encoder,
  made: { readonly paragraphs: Iterable<MadeParagraph>; readonly vectors: MadeVectors },
): Promise<void> {
  const { documents } = await readCorpusDocuments(SHIPPED);
  const texts = documents.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  const vectors = [await embedKept(encoder, texts)];
  for (const sentences of made.paragraphs) {
    const text = sentences.map((sentence) => sentence.text).join(' ');
    texts.push(text);
    vectors.push(made.vectors.of(text));
  }
  await writeFile(join(folder, TEXTS), JSON.stringify(texts));
  await writeFile(
    join(folder, VECTORS),
    vectors.map(({ buffer }) => new Uint8Array(buffer)),
  );
  const questions = (await readAnswerable()).map(({ question }) => question);
  const asked = await encoder.embedQueries(questions);
  await writeFile(join(folder, QUESTIONS), JSON.stringify(asked));
}

export async function readPeerInput(folder: string): Promise<PeerInput> {
  const texts = JSON.parse(await readFile(join(folder, TEXTS), 'utf8')) as string[];
  const vectors = (await readVectors(join(folder, VECTORS))) ?? new Float32Array();
  const dimensions = vectors.length / texts.length;
  return {
    passages: texts.map((text, i) => ({
      text,
      vector: vectors.subarray(i * dimensions, (i + 1) * dimensions),
    })),
    questionVectors: JSON.parse(await readFile(join(folder, QUESTIONS), 'utf8')) as number[][],
  };
}
