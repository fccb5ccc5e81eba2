import { z } from 'zod';
import type { IndexManifest } from '../../ports/index-storage.js';
import { CONTENT_FILES } from './content-files.js';

/**
 * Raised whenever the form of what is stored changes, or what is searched for in a text that itself
 * stays the same.
 */
export const FORMAT_VERSION = 3;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const count = z.int().nonnegative();
const fileName = z.string().regex(/^[\w-]+\.\w+$/u);

/** Checked before anything native reads the files that it names. */
export const manifestSchema: z.ZodType<IndexManifest> = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  /** Name of the folder beside the manifest that holds the files. */
  generation: z.string().regex(/^generation-[\w-]+$/u),
  createdAt: z.iso.datetime(),
  embedding: z.strictObject({
    model: z.string(),
    fingerprint: z.string(),
    dimensions: z.int().positive(),
  }),
  counts: z.strictObject({ documents: count, paragraphs: count, entries: count }),
  documents: z.array(z.strictObject({ id: z.string(), sha256, paragraphs: count, entries: count })),
  files: z
    .record(fileName, z.strictObject({ bytes: count, sha256 }))
    .refine(
      (files) => CONTENT_FILES.every((name) => name in files),
      `must name ${CONTENT_FILES.join(', ')}`,
    ),
});
