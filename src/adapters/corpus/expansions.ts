import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { DeclarationChatError } from '../../errors.js';
import { decodeUtf8 } from './decode-utf8.js';
import type { Document, Expansion, IndexedDocument } from '../../types.js';

/** `NAME.questions.yaml` beside `NAME.txt`: everyday questions and words by paragraph label. */
export const EXPANSIONS_SUFFIX = '.questions.yaml';

const line = z.string().trim().min(1).max(500);
const schema = z.record(
  z.string(),
  z.strictObject({
    questions: z.array(line).max(50).default([]),
    words: z.string().trim().max(2000).default(''),
  }),
);

/**
 * Adds the expansions that stand beside a document's text file, if any.
 * @throws DeclarationChatError `unreadable-document`
 */
export async function withExpansions(
  document: Document,
  source: { readonly path: string; readonly sha256: string },
): Promise<IndexedDocument> {
  const file = expansionsPath(source.path);
  const yaml = await readExpansions(file);
  if (yaml === undefined) return { ...document, sha256: source.sha256, expansions: {} };
  const expansions = parseExpansions(yaml, file);
  const labels = new Set(document.paragraphs.map(({ label }) => label));
  const unknown = Object.keys(expansions).find((label) => !labels.has(label));
  if (unknown !== undefined) {
    throw new DeclarationChatError(
      'unreadable-document',
      `${file} has questions for paragraph "${unknown}", which ${source.path} does not ` +
        'have. Correct the label or remove the entry.',
    );
  }
  const sha256 = createHash('sha256').update(source.sha256).update(yaml).digest('hex');
  return { ...document, sha256, expansions };
}

/** Where the expansions of a text file stand. */
export function expansionsPath(textPath: string): string {
  return `${textPath.slice(0, -path.extname(textPath).length)}${EXPANSIONS_SUFFIX}`;
}

/**
 * A file of expansions as it stands; undefined where there is none.
 * @throws DeclarationChatError `unreadable-document`
 */
export async function readExpansions(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new DeclarationChatError(
      'unreadable-document',
      `${file} cannot be read: ${(error as Error).message}.`,
      { cause: error },
    );
  });
  return bytes && decodeUtf8(bytes, file);
}

/**
 * By paragraph label; `file` is for messages.
 * @throws DeclarationChatError `unreadable-document`
 */
export function parseExpansions(yaml: string, file: string): Record<string, Expansion> {
  // Failsafe: every scalar is text. To other schemas an unquoted label 26.10 is the number 26.1.
  const document = parseDocument(yaml, { version: '1.2', schema: 'failsafe', uniqueKeys: true });
  const invalid = (problem: unknown): DeclarationChatError =>
    new DeclarationChatError(
      'unreadable-document',
      `${file} is not valid YAML: ${(problem as Error).message.trim()}`,
      { cause: problem },
    );
  if (document.errors[0] !== undefined) throw invalid(document.errors[0]);
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 10 });
  } catch (error) {
    throw invalid(error);
  }
  const parsed = schema.safeParse(content === null || content === '' ? {} : content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DeclarationChatError(
    'unreadable-document',
    `${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}. Each ` +
      'paragraph label takes "questions" (a list) and "words" (one line).',
    { cause: parsed.error },
  );
}
