import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DeclarationChatError } from '../../errors.js';

/** File of a reader's folder that says how it is fed and what its numbers are. */
export const READER_FILE = 'reader.json';

const readerSchema = z.object({
  languages: z.array(z.string()),
  maxTokens: z.int(),
  maxQuestionTokens: z.int(),
  maxSentenceTokens: z.int(),
  /** Which of the logits of a token is which. */
  channels: z.object({ sentence: z.int(), passage: z.int(), claim: z.int() }),
  /** Stands before a claim, in the place of the question. */
  claimPrefix: z.string(),
});

export type ReaderSettings = z.infer<typeof readerSchema>;

/** @throws DeclarationChatError `model-unavailable` where there is no reader in the folder */
export async function readReaderSettings(folder: string): Promise<ReaderSettings> {
  const file = join(folder, READER_FILE);
  if (!existsSync(file)) {
    throw new DeclarationChatError(
      'model-unavailable',
      `There is no reader in ${folder}: it lacks ${READER_FILE}.`,
    );
  }
  return readerSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}
