import { z } from 'zod';
import type { IndexManifest } from '../../ports/index-storage.js';
import { filesOf } from './document-files.js';

/**
 * Raised whenever the form of what is stored changes, or what is searched for in a text that itself
 * stays the same.
 */
export const FORMAT_VERSION = 6;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const count = z.int().nonnegative();
const fileName = z.string().regex(/^[\w-]+\.\w+$/u);
const text = z.strictObject({
  file: z.string(),
  sha256,
  skipped: z.array(z.strictObject({ path: z.string(), reason: z.string() })),
  notices: z.array(z.strictObject({ path: z.string(), notice: z.string() })),
});
const document = z.strictObject({
  id: z.string(),
  sha256,
  paragraphs: count,
  entries: count,
  slot: count,
  text,
});

/** Checked before anything native reads the files that it names. */
export const manifestSchema: z.ZodType<IndexManifest> = z
  .strictObject({
    formatVersion: z.literal(FORMAT_VERSION),
    /** Name of the folder beside the manifest that holds the files. */
    generation: z.string().regex(/^generation-[\w-]+$/u),
    createdAt: z.iso.datetime(),
    builtWith: z.strictObject({
      node: z.string(),
      machine: z.string(),
      hnswlib: z.string(),
      onnxruntime: z.string(),
    }),
    embedding: z.strictObject({
      model: z.string(),
      fingerprint: z.string(),
      dimensions: z.int().positive(),
    }),
    reading: z.string(),
    counts: z.strictObject({ documents: count, paragraphs: count, entries: count }),
    slots: count,
    documents: z.array(document),
    files: z.record(fileName, z.strictObject({ bytes: count, sha256 })),
  })
  .refine(
    ({ documents, files }) =>
      documents.every(({ sha256: name }) => filesOf(name).every((file) => file in files)),
    { path: ['files'], message: 'must name the files of every document' },
  )
  .refine(
    ({ documents, counts }) =>
      counts.documents === documents.length &&
      counts.paragraphs === sum(documents.map(({ paragraphs }) => paragraphs)) &&
      counts.entries === sum(documents.map(({ entries }) => entries)),
    { path: ['counts'], message: 'must add up' },
  );

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
