import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentContent, IndexManifest, StoredDocument } from '../../ports/index-storage.js';
import type { IndexContent, IndexedDocument, IndexEntry, Paragraph } from '../../types.js';
import { writeDurably } from './durable-files.js';
import { corrupt } from './faults.js';
import { readVectors } from './vector-file.js';

/** A document's files are named by its hash: the same in every generation that holds it. */
export const DOCUMENT_FILE = /^[0-9a-f]{64}\.(?:json|f32)$/u;

export function textFile(sha256: string): string {
  return `${sha256}.json`;
}

export function vectorFile(sha256: string): string {
  return `${sha256}.f32`;
}

/** A paragraph's words are its slice of the document's text: kept once. */
interface StoredText {
  readonly document: Omit<IndexedDocument, 'paragraphs'> & {
    readonly paragraphs: readonly Omit<Paragraph, 'text'>[];
  };
  readonly entries: readonly IndexEntry[];
  /** Of both: what is read is what was made, whatever the manifest says of the file. */
  readonly digest: string;
}

export async function writeDocument(
  folder: string,
  document: IndexedDocument,
  entries: readonly IndexEntry[],
): Promise<void> {
  const paragraphs = document.paragraphs.map((paragraph) => ({ ...paragraph, text: undefined }));
  const content = { document: { ...document, paragraphs }, entries };
  const stored: StoredText = { ...content, digest: digestOf(content) };
  await writeDurably(join(folder, textFile(document.sha256)), JSON.stringify(stored));
}

/**
 * Reads what {@link writeDocument} wrote.
 * @throws DeclarationChatError `index-corrupt`
 */
export async function readDocument(
  folder: string,
  sha256: string,
): Promise<Pick<DocumentContent, 'document' | 'entries'>> {
  const path = join(folder, textFile(sha256));
  const { document, entries, digest } = ((await readJson(path)) ?? {}) as StoredText;
  if (digest !== digestOf({ document, entries })) throw corrupt(path, 'it is not what was made');
  const paragraphs = document.paragraphs.map((paragraph) => ({
    ...paragraph,
    text: document.text.slice(paragraph.start, paragraph.end),
  }));
  return { document: { ...document, paragraphs }, entries };
}

/**
 * A document with its vectors.
 * @throws DeclarationChatError `index-corrupt` also where it is not as the manifest describes it
 */
export async function readDocumentContent(
  folder: string,
  record: StoredDocument,
  dimensions: number,
): Promise<DocumentContent> {
  const { sha256 } = record;
  const read = await readDocument(folder, sha256);
  const { id, paragraphs } = read.document;
  const asDescribed =
    id === record.id &&
    read.document.sha256 === sha256 &&
    paragraphs.length === record.paragraphs &&
    read.entries.length === record.entries;
  if (!asDescribed) throw corrupt(join(folder, textFile(sha256)), 'the manifest has it otherwise');
  const path = join(folder, vectorFile(sha256));
  const values = await readVectors(path);
  if (values.length !== read.entries.length * dimensions) {
    throw corrupt(
      path,
      `it has ${values.length} numbers for ${read.entries.length} vectors of ${dimensions}`,
    );
  }
  return { ...read, vectors: { values, dimensions } };
}

/**
 * All that a generation holds, in the order of its manifest.
 * @throws DeclarationChatError `index-corrupt`
 */
export async function readContent(
  folder: string,
  { documents, counts, embedding: { dimensions } }: IndexManifest,
): Promise<IndexContent> {
  const values = new Float32Array(counts.entries * dimensions);
  const entries: IndexEntry[] = [];
  const read: IndexedDocument[] = [];
  for (const document of documents) {
    const content = await readDocumentContent(folder, document, dimensions);
    values.set(content.vectors.values, entries.length * dimensions);
    for (const entry of content.entries) entries.push(entry);
    read.push(content.document);
  }
  return { documents: read, entries, vectors: { values, dimensions } };
}

async function readJson(path: string): Promise<unknown> {
  const json = await readFile(path, 'utf8');
  try {
    return JSON.parse(json) as unknown;
  } catch (cause) {
    throw corrupt(path, 'it is not JSON', cause);
  }
}

function digestOf(content: Omit<StoredText, 'digest'>): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
