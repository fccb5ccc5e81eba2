import { z } from 'zod';

/** Raised whenever what is stored, or how texts are split and prepared for it, changes. */
export const FORMAT_VERSION = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const count = z.int().nonnegative();

export const manifestSchema = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  /** Name of the folder beside the manifest that holds the files. */
  generation: z.string().regex(/^generation-[\w-]+$/u),
  createdAt: z.iso.datetime(),
  embedding: z.strictObject({ model: z.string(), fingerprint: z.string(), dimensions: z.int().positive() }),
  counts: z.strictObject({ documents: count, paragraphs: count, entries: count }),
  documents: z.array(z.strictObject({ id: z.string(), sha256, paragraphs: count, entries: count })),
  files: z.record(z.string(), z.strictObject({ bytes: count, sha256 })),
});

/** What an index was made from and of; checked before anything native reads its files. */
export type IndexManifest = z.infer<typeof manifestSchema>;
