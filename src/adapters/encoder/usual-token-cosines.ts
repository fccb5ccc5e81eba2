import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { DeclarationChatError } from '../../errors.js';
import type { TokenMatch } from '../../ports/token-matcher.js';
import type { TokenCosines } from './token-cosines.js';

/**
 * File of a model's folder that says how near tokens are to each other by it: no vector depends on
 * it, so that it is no part of the model's fingerprint.
 */
const TOKEN_COSINES_FILE = 'token-cosines.json';

const figureSchema = z.object({ mean: z.number(), deviation: z.number().positive() });
const figuresSchema = z.object({
  question: figureSchema,
  text: figureSchema,
  nearest: figureSchema,
  farthest: figureSchema,
});

/** What {@link TokenCosines} are of questions and of what would be quoted for them. */
export type UsualTokenCosines = Readonly<
  Record<keyof TokenCosines, { readonly mean: number; readonly deviation: number }>
>;

/** Of hub models, by name: `training/answerability/token-cosines.ts` measures them. */
const KNOWN: Readonly<Record<string, UsualTokenCosines>> = {
  'all-minilm-l6-v2': {
    question: { mean: 0.223, deviation: 0.242 },
    text: { mean: 0.089, deviation: 0.187 },
    nearest: { mean: 0.644, deviation: 0.342 },
    farthest: { mean: -0.068, deviation: 0.161 },
  },
};

/**
 * Of the model in `folder`: from the file beside it, else by its name.
 * @returns undefined where neither tells
 * @throws DeclarationChatError `model-unavailable` where the file holds no such figures
 */
export async function readUsualTokenCosines(
  folder: string,
): Promise<UsualTokenCosines | undefined> {
  const file = join(folder, TOKEN_COSINES_FILE);
  if (!existsSync(file)) return KNOWN[basename(folder).toLowerCase()];
  try {
    return figuresSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new DeclarationChatError(
      'model-unavailable',
      `${file} does not say how near tokens are: ${reason}`,
      { cause },
    );
  }
}

/** In deviations from what they mostly are. */
export function standardised(cosines: TokenCosines, usual: UsualTokenCosines): TokenMatch {
  const of = (name: keyof TokenCosines): number =>
    (cosines[name] - usual[name].mean) / usual[name].deviation;
  return {
    question: of('question'),
    text: of('text'),
    nearest: of('nearest'),
    farthest: of('farthest'),
  };
}
