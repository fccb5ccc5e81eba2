import { z } from 'zod';
import { DeclarationChatError } from '../../errors.js';
import type { IndexManifest, StoredDocument, TextRecord } from '../../ports/index-storage.js';
import type { ListedDocument } from '../../ports/search-index.js';
import { REMEDY } from '../index-store/faults.js';
import { FORMAT_VERSION } from '../index-store/manifest-schema.js';
import type { Database, Row, Statements } from './database.js';

/** What a generation's row holds beside its columns. */
export type GenerationAbout = Pick<IndexManifest, 'builtWith' | 'embedding' | 'reading' | 'counts'>;

const count = z.int().nonnegative();
const aboutSchema: z.ZodType<GenerationAbout> = z.object({
  builtWith: z.object({
    node: z.string(),
    machine: z.string(),
    hnswlib: z.string(),
    onnxruntime: z.string(),
  }),
  embedding: z.object({
    model: z.string(),
    fingerprint: z.string(),
    dimensions: z.int().positive(),
  }),
  reading: z.string(),
  counts: z.object({ documents: count, paragraphs: count, entries: count }),
});

/** A generation as its row has it. */
export interface Generation {
  readonly key: number;
  readonly name: string;
  readonly createdAt: string;
  readonly about: GenerationAbout;
}

interface GenerationRow extends Row {
  readonly key: number;
  readonly name: string;
  readonly created_at: string;
  readonly format_version: number;
  readonly about: unknown;
}

/**
 * The generation that is served; undefined where there is none yet.
 * @throws DeclarationChatError `index-mismatch`, `index-corrupt`
 */
export async function presentGeneration(
  statements: Statements,
  { schema, printable }: Pick<Database, 'schema' | 'printable'>,
): Promise<Generation | undefined> {
  const [row] = await statements.query<GenerationRow>(
    `SELECT key, name, created_at, format_version, about
       FROM ${schema}.generations WHERE state = 'present'`,
  );
  if (row === undefined) return undefined;
  if (row.format_version !== FORMAT_VERSION) {
    throw new DeclarationChatError(
      'index-mismatch',
      `${printable} holds an index of format version ${row.format_version}, this program reads ` +
        `${FORMAT_VERSION}. ${REMEDY}`,
    );
  }
  const about = aboutSchema.safeParse(row.about);
  if (!about.success) throw damaged(printable, 'its generation is not what was written');
  return { key: row.key, name: row.name, createdAt: row.created_at, about: about.data };
}

/** One document of a generation, without its text. */
export interface Member extends StoredDocument {
  readonly key: number;
  readonly firstParagraph: number;
  readonly sentences: number;
  readonly questions: number;
  readonly listed: ListedDocument;
}

interface MemberRow extends Row {
  readonly key: string;
  readonly sha256: string;
  readonly metadata: ListedDocument;
  readonly paragraphs: number;
  readonly entries: number;
  readonly sentences: number;
  readonly questions: number;
  readonly first_paragraph: number;
  readonly first_entry: number;
  readonly source: TextRecord;
}

/** The documents of a generation, in their order. */
export async function membersOf(
  statements: Statements,
  schema: string,
  generation: number,
): Promise<Member[]> {
  const rows = await statements.query<MemberRow>(
    `SELECT key, sha256, metadata, paragraphs, entries, sentences, questions,
            first_paragraph, first_entry, source
       FROM ${schema}.members JOIN ${schema}.documents ON key = document
      WHERE generation = $1 ORDER BY place`,
    [generation],
  );
  return rows.map(({ key, first_paragraph, first_entry, source, metadata, ...row }) => ({
    ...row,
    listed: metadata,
    key: Number(key),
    id: metadata.id,
    firstParagraph: first_paragraph,
    slot: first_entry,
    text: source,
  }));
}

export function manifestOf(generation: Generation, members: readonly Member[]): IndexManifest {
  const { name, createdAt, about } = generation;
  return {
    formatVersion: FORMAT_VERSION,
    generation: name,
    createdAt,
    ...about,
    slots: about.counts.entries,
    documents: members.map(({ id, sha256, paragraphs, entries, text, slot }) => ({
      id,
      sha256,
      paragraphs,
      entries,
      text,
      slot,
    })),
    files: {},
  };
}

export function damaged(printable: string, what: string): DeclarationChatError {
  return new DeclarationChatError('index-corrupt', `${printable} is damaged: ${what}. ${REMEDY}`);
}
