import { join } from 'node:path';
import type { DocumentContent, IndexManifest, StoredDocument } from '../../ports/index-storage.js';
import type { IndexContent, IndexedDocument, IndexEntry, Paragraph } from '../../types.js';
import { readSealed, writeSealed } from './sealed-file.js';
import { describeTerms, encodeTerms } from './terms-file.js';
import { corrupt } from './faults.js';
import { readVectors } from './vector-file.js';

/** A document's files are named by its hash: the same in every generation that holds it. */
export const DOCUMENT_FILE = /^[0-9a-f]{64}\.(?:text|terms|f32)$/u;

/** The files of a document. */
export function filesOf(sha256: string): string[] {
  return [textFile(sha256), termsFile(sha256), vectorFile(sha256)];
}

export function textFile(sha256: string): string {
  return `${sha256}.text`;
}

export function termsFile(sha256: string): string {
  return `${sha256}.terms`;
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
}

export async function writeDocument(
  folder: string,
  document: IndexedDocument,
  entries: readonly IndexEntry[],
): Promise<void> {
  const paragraphs = document.paragraphs.map((paragraph) => ({ ...paragraph, text: undefined }));
  const content: StoredText = { document: { ...document, paragraphs }, entries };
  const { sha256 } = document;
  await writeSealed(join(folder, textFile(sha256)), Buffer.from(JSON.stringify(content)));
  const terms = encodeTerms(describeTerms(document, entries));
  await writeSealed(join(folder, termsFile(sha256)), terms);
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
  return toDocument(await readSealed(path), path);
}

/**
 * A document of what its file holds, without the seal.
 * @throws DeclarationChatError `index-corrupt`
 */
export function toDocument(
  content: Uint8Array,
  path: string,
): Pick<DocumentContent, 'document' | 'entries'> {
  const { document, entries } = parseJson(content, path) as StoredText;
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

function parseJson(content: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(content)) as unknown;
  } catch (cause) {
    throw corrupt(path, 'it is not JSON', cause);
  }
}
