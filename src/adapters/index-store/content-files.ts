import { readFile } from 'node:fs/promises';
import { endianness } from 'node:os';
import { join } from 'node:path';
import type {
  IndexContent,
  IndexedDocument,
  IndexEntry,
  Paragraph,
  VectorTable,
} from '../../types.js';
import { writeDurably } from './durable-files.js';
import { corrupt } from './faults.js';

const DOCUMENTS = 'documents.json';
const ENTRIES = 'entries.json';
const VECTORS = 'vectors.f32';

/** Files that hold the content of an index; the graph that is searched stands beside them. */
export const CONTENT_FILES = [DOCUMENTS, ENTRIES, VECTORS] as const;

/** A paragraph's words are its slice of the document's text: kept once. */
type StoredDocument = Omit<IndexedDocument, 'paragraphs'> & {
  readonly paragraphs: readonly Omit<Paragraph, 'text'>[];
};

export async function writeContent(
  folder: string,
  { documents, entries, vectors }: IndexContent,
): Promise<void> {
  const { values } = vectors;
  await writeDurably(join(folder, DOCUMENTS), JSON.stringify(documents.map(withoutParagraphTexts)));
  await writeDurably(join(folder, ENTRIES), JSON.stringify(entries));
  await writeDurably(
    join(folder, VECTORS),
    littleEndian(new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
  );
}

/**
 * Reads what {@link writeContent} wrote. The files must have been verified against their hashes:
 * their content is taken for what was written.
 * @throws DeclarationChatError `index-corrupt`
 */
export async function readContent(folder: string, dimensions: number): Promise<IndexContent> {
  const documents = (await readJson(join(folder, DOCUMENTS))) as StoredDocument[];
  const entries = (await readJson(join(folder, ENTRIES))) as IndexEntry[];
  const vectors = { values: await readVectors(join(folder, VECTORS)), dimensions };
  if (vectors.values.length !== entries.length * dimensions) {
    throw corrupt(
      join(folder, VECTORS),
      `it has ${vectors.values.length} numbers for ${entries.length} vectors of ${dimensions}`,
    );
  }
  return { documents: documents.map(withParagraphTexts), entries, vectors };
}

function withoutParagraphTexts(document: IndexedDocument): StoredDocument {
  return {
    ...document,
    paragraphs: document.paragraphs.map((paragraph) => ({ ...paragraph, text: undefined })),
  };
}

function withParagraphTexts(document: StoredDocument): IndexedDocument {
  const paragraphs = document.paragraphs.map((paragraph) => ({
    ...paragraph,
    text: document.text.slice(paragraph.start, paragraph.end),
  }));
  return { ...document, paragraphs };
}

async function readJson(path: string): Promise<unknown> {
  const json = await readFile(path, 'utf8');
  try {
    return JSON.parse(json) as unknown;
  } catch (cause) {
    throw corrupt(path, 'it is not JSON', cause);
  }
}

async function readVectors(path: string): Promise<VectorTable['values']> {
  const bytes = littleEndian(await readFile(path));
  // A copy of its own: a small Buffer may start at an offset that no Float32Array can.
  return new Float32Array(Uint8Array.from(bytes).buffer);
}

/** Vectors are stored little-endian; swaps where the machine is not. */
function littleEndian(bytes: Uint8Array): Uint8Array {
  return endianness() === 'LE' ? bytes : Buffer.from(bytes).swap32();
}
