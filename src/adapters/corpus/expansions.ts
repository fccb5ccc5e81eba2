import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { DeclarationChatError } from '../../errors.js';
import type { CorpusSource, ExpandedDocument } from '../../ports/corpus.js';
import type { Document } from '../../types.js';
import { decodeFile } from '../loaders/decode-file.js';
import { unreadable } from '../loaders/unreadable.js';
import { placeExpansions, type StoredExpansion } from './place-expansions.js';

/** `NAME.questions.yaml` beside `NAME.txt`: everyday questions and words by paragraph label. */
export const EXPANSIONS_SUFFIX = '.questions.yaml';

const line = z.string().trim().min(1).max(500);
/** Pairs, not a record: a label may be any word, `__proto__` too. */
const schema = z.array(
  z.tuple([
    z.string(),
    z.strictObject({
      begins: line.optional(),
      questions: z.array(line).max(50).default([]),
      words: z.string().trim().max(2000).default(''),
    }),
  ]),
);

/** Adds the expansions that stand beside a document's file, if any. */
export async function withExpansions(
  document: Document,
  { path: file, sha256, file: within }: Pick<CorpusSource, 'path' | 'sha256' | 'file'>,
): Promise<ExpandedDocument> {
  const bare = { ...document, sha256, file: within, expansions: {} };
  const beside = expansionsPath(file);
  try {
    const yaml = await readExpansions(beside);
    if (yaml === undefined) return { document: bare, skipped: [], notices: [] };
    const { expansions, unknown } = placeExpansions(document, parseExpansions(yaml));
    const both = createHash('sha256').update(sha256).update(yaml).digest('hex');
    return {
      document: { ...bare, sha256: both, expansions },
      skipped: [],
      notices: unknown.length === 0 ? [] : [{ path: beside, notice: noParagraphs(unknown) }],
    };
  } catch (error) {
    if (!(error instanceof DeclarationChatError)) throw error;
    const skipped = [{ path: beside, reason: error.message }];
    return { document: bare, skipped, notices: [] };
  }
}

function noParagraphs(labels: readonly string[]): string {
  const some = labels.slice(0, 5).map((label) => `"${label}"`);
  const more = labels.length > some.length ? ` and ${labels.length - some.length} more` : '';
  return (
    `has questions for ${some.join(', ')}${more}, which the text has no paragraphs for; they are ` +
    'ignored. Correct the labels, or remove the entries.'
  );
}

/** Where the expansions of a text file stand. */
export function expansionsPath(textPath: string): string {
  return `${textPath.slice(0, -path.extname(textPath).length)}${EXPANSIONS_SUFFIX}`;
}

/**
 * A file of expansions as it stands; undefined where there is none.
 * @throws DeclarationChatError `unreadable-document`: the message goes behind the file's name
 */
export async function readExpansions(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unreadable(`cannot be read: ${(error as Error).message}.`, error);
  });
  return bytes && (await decodeFile(bytes)).text;
}

/**
 * By paragraph label.
 * @throws DeclarationChatError `unreadable-document`: the message goes behind the file's name
 */
export function parseExpansions(yaml: string): Record<string, StoredExpansion> {
  // Failsafe: every scalar is text. To other schemas an unquoted label 26.10 is the number 26.1.
  const document = parseDocument(yaml, { version: '1.2', schema: 'failsafe', uniqueKeys: true });
  const invalid = (problem: unknown): DeclarationChatError =>
    unreadable(`is not valid YAML: ${(problem as Error).message.trim()}`, problem);
  if (document.errors[0] !== undefined) throw invalid(document.errors[0]);
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 10 });
  } catch (error) {
    throw invalid(error);
  }
  const isMapping = typeof content === 'object' && !Array.isArray(content);
  const entries = isMapping ? Object.entries(content ?? {}) : content === '' ? [] : content;
  const parsed = schema.safeParse(entries);
  if (parsed.success) return Object.fromEntries(parsed.data);
  const [issue] = parsed.error.issues;
  const [at, , ...within] = issue?.path ?? [];
  const label = isMapping ? Object.keys(content ?? {})[Number(at)] : undefined;
  throw unreadable(
    `cannot be used: ${[label ?? '', ...within].join('.')}: ${issue?.message ?? 'not valid'}. Each ` +
      'paragraph label takes "questions" (a list) and "words" (one line).',
    parsed.error,
  );
}
