import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { DeclarationChatError } from '../../errors.js';

/** File of a model's folder that says what its {@link EncoderProfile} is. */
export const PROFILE_FILE = 'encoder.json';

/** The longest text that models of this size read unless they say otherwise, in tokens. */
const USUAL_MAX_TOKENS = 512;

const profileSchema = z.object({
  queryPrefix: z.string().default(''),
  passagePrefix: z.string().default(''),
  pooling: z.enum(['mean', 'cls']).default('mean'),
  maxTokens: z.int().min(16).default(USUAL_MAX_TOKENS),
  queryMean: z.array(z.number()).optional(),
  passageMean: z.array(z.number()).optional(),
  languages: z.array(z.string()).optional(),
});

/** What an embedding model needs beside its weights to give the vectors that it was trained for. */
export interface EncoderProfile {
  /** Put before a question, and before a text that is searched. */
  readonly queryPrefix: string;
  readonly passagePrefix: string;
  /** The mean of all token vectors, or the first one. */
  readonly pooling: 'mean' | 'cls';
  /** Longest text that is read at once, in tokens, the marks at its ends and the prefix included. */
  readonly maxTokens: number;
  /**
   * Taken off every vector of unit length before it is brought to unit length again: what all
   * questions, or all texts, have in common. Absent: nothing.
   */
  readonly queryMean?: readonly number[] | undefined;
  readonly passageMean?: readonly number[] | undefined;
  /** BCP 47 tags of the languages that it reads; absent where that is not known. */
  readonly languages?: readonly string[] | undefined;
}

const PLAIN: EncoderProfile = {
  queryPrefix: '',
  passagePrefix: '',
  pooling: 'mean',
  maxTokens: USUAL_MAX_TOKENS,
};
const BGE_QUERY = 'Represent this sentence for searching relevant passages: ';

/**
 * Families of hub models by their names, as their model cards say: intfloat/e5-*, BAAI/bge-* (the
 * multilingual bge-m3 takes no prefix), thenlper/gte-*, sentence-transformers/*-MiniLM-* and
 * *-mpnet-*.
 */
const FAMILIES: readonly (readonly [name: RegExp, profile: EncoderProfile])[] = [
  [/(?:^|[-_])e5[-_]/u, { ...PLAIN, queryPrefix: 'query: ', passagePrefix: 'passage: ' }],
  [/(?:^|[-_])bge-m3/u, { ...PLAIN, pooling: 'cls' }],
  [/(?:^|[-_])bge-.*-en/u, { ...PLAIN, queryPrefix: BGE_QUERY, pooling: 'cls' }],
  [/(?:^|[-_])bge-/u, { ...PLAIN, pooling: 'cls' }],
  [/(?:^|[-_])gte-/u, PLAIN],
  [/minilm-l\d+/u, { ...PLAIN, maxTokens: 256 }],
  [/mpnet/u, { ...PLAIN, maxTokens: 384 }],
];

/**
 * What the model in `folder` needs: from the file beside it, else by the family that its name tells,
 * else the mean of what stands there.
 * @throws DeclarationChatError `model-unavailable` where the file is no profile
 */
export async function readEncoderProfile(folder: string): Promise<EncoderProfile> {
  const file = join(folder, PROFILE_FILE);
  if (!existsSync(file)) return profileByName(basename(folder));
  try {
    return profileSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new DeclarationChatError(
      'model-unavailable',
      `${file} does not say what its model needs: ${reason}`,
      { cause },
    );
  }
}

/** By the name of a hub model, with or without its owner. */
export function profileByName(model: string): EncoderProfile {
  const name = basename(model).toLowerCase();
  return FAMILIES.find(([pattern]) => pattern.test(name))?.[1] ?? PLAIN;
}
