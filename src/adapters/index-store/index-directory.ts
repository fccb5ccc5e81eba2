import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { endianness } from 'node:os';
import { join } from 'node:path';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { Document as LangChainDocument } from '@langchain/core/documents';
import type { VectorStore } from '@langchain/core/vectorstores';
import { DeclarationChatError } from '../../errors.js';
import type { IndexContent, IndexedDocument, IndexEntry, VectorTable } from '../../types.js';
import { digestFile, replaceFile, syncToDisk, writeDurably, type FileDigest } from './durable-files.js';
import { ExactVectorStore } from './exact-vector-store.js';
import { buildHnswStore, HNSW_FILES, isHnswAvailable, openHnswStore } from './hnsw-store.js';
import { FORMAT_VERSION, manifestSchema, type IndexManifest } from './manifest.js';

const MANIFEST = 'manifest.json';
const DOCUMENTS = 'documents.json';
const ENTRIES = 'entries.json';
const VECTORS = 'vectors.f32';
/** A generation that no manifest names and that is older than this was left by a build that died. */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;
const REMEDY = 'Run `npm run ingest`.';

/** The embeddings that an index is built and searched with. */
export interface EmbeddingModel extends EmbeddingsInterface {
  readonly model: string;
  readonly fingerprint: string;
  readonly dimensions: number;
}

export interface OpenIndex extends IndexContent {
  readonly manifest: IndexManifest;
  /** LangChain's HNSWLib, or exact search where the native module did not build. */
  readonly store: VectorStore;
}

/** A folder that holds one index: a manifest and the generation of files that it names. */
export class IndexDirectory {
  constructor(readonly directory: string) {}

  /**
   * The manifest, or undefined where there is no index yet.
   * @throws DeclarationChatError `index-corrupt`, `index-mismatch`
   */
  async readManifest(): Promise<IndexManifest | undefined> {
    const path = join(this.directory, MANIFEST);
    const json = await readFile(path, 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    });
    if (json === undefined) return undefined;
    const manifest = parseJson(path, json);
    const version = typeof manifest === 'object' && manifest !== null && 'formatVersion' in manifest ? manifest.formatVersion : undefined;
    if (version !== FORMAT_VERSION) {
      throw new DeclarationChatError('index-mismatch', `${path} has format version ${String(version)}, this program reads ${FORMAT_VERSION}. ${REMEDY}`);
    }
    const parsed = manifestSchema.safeParse(manifest);
    if (!parsed.success) throw corrupt(path, `its ${parsed.error.issues[0]?.path.join('.') ?? 'content'} is not what was written`);
    return parsed.data;
  }

  /** Writes a new generation beside the present one, then makes the manifest name it. */
  async save(content: IndexContent, embeddings: EmbeddingModel): Promise<IndexManifest> {
    const previous = await this.readManifest().then((manifest) => manifest?.generation, () => undefined);
    const generation = `generation-${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`;
    const folder = join(this.directory, generation);
    await mkdir(folder, { recursive: true });
    let manifest: IndexManifest;
    try {
      await writeFiles(folder, content, embeddings);
      manifest = await describe(folder, { generation, content, embeddings });
      await replaceFile(join(this.directory, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
    await this.#removeOthers(generation, previous);
    return manifest;
  }

  /**
   * Verifies every file against the manifest, then loads.
   * @throws DeclarationChatError `index-missing`, `index-corrupt`, `index-mismatch`
   */
  async open(embeddings: EmbeddingModel): Promise<OpenIndex> {
    const manifest = await this.readManifest();
    if (manifest === undefined) throw new DeclarationChatError('index-missing', `There is no index in ${this.directory}. ${REMEDY}`);
    const { model, fingerprint, dimensions } = manifest.embedding;
    if (fingerprint !== embeddings.fingerprint) {
      throw new DeclarationChatError(
        'index-mismatch',
        `${this.directory} was built with model ${model} (${dimensions} d), configured is ${embeddings.model} (${embeddings.dimensions} d). ${REMEDY}`,
      );
    }
    const content = await this.readContent(manifest);
    const useHnsw = HNSW_FILES.every((name) => name in manifest.files) && (await isHnswAvailable());
    const store = useHnsw
      ? await openHnswStore(join(this.directory, manifest.generation), embeddings)
      : new ExactVectorStore(embeddings, { table: content.vectors, documents: toLangChainDocuments(content) });
    return { ...content, manifest, store };
  }

  /** Verifies and reads what the manifest names, without the vector store. */
  async readContent(manifest: IndexManifest): Promise<IndexContent> {
    const folder = join(this.directory, manifest.generation);
    for (const [name, expected] of Object.entries(manifest.files)) {
      const path = join(folder, name);
      const found = await digestFile(path).catch((error: unknown) => {
        throw corrupt(path, 'it cannot be read', error);
      });
      if (found.bytes !== expected.bytes) throw corrupt(path, `it has ${found.bytes} bytes instead of ${expected.bytes}`);
      if (found.sha256 !== expected.sha256) throw corrupt(path, 'its SHA-256 differs from the manifest');
    }
    const read = async (name: string): Promise<unknown> => parseJson(join(folder, name), await readFile(join(folder, name), 'utf8'));
    return {
      // Their hashes stand in the manifest: they are what `save` wrote.
      documents: (await read(DOCUMENTS)) as IndexedDocument[],
      entries: (await read(ENTRIES)) as IndexEntry[],
      vectors: { values: await readVectors(join(folder, VECTORS)), dimensions: manifest.embedding.dimensions },
    };
  }

  /** Leaves a young generation that no manifest names alone: another build may be writing it. */
  async #removeOthers(current: string, previous: string | undefined): Promise<void> {
    for (const name of await readdir(this.directory)) {
      if (!name.startsWith('generation-') || name === current) continue;
      const folder = join(this.directory, name);
      const ageMs = Date.now() - (await stat(folder)).mtimeMs;
      if (name === previous || ageMs > ABANDONED_AFTER_MS) await rm(folder, { recursive: true, force: true });
    }
  }
}

async function writeFiles(folder: string, content: IndexContent, embeddings: EmbeddingModel): Promise<void> {
  const { values } = content.vectors;
  await writeDurably(join(folder, DOCUMENTS), JSON.stringify(content.documents));
  await writeDurably(join(folder, ENTRIES), JSON.stringify(content.entries));
  await writeDurably(join(folder, VECTORS), littleEndian(new Uint8Array(values.buffer, values.byteOffset, values.byteLength)));
  if (!(await isHnswAvailable())) return;
  const store = await buildHnswStore(embeddings, { table: content.vectors, documents: toLangChainDocuments(content) });
  await store.save(folder);
  for (const name of HNSW_FILES) await syncToDisk(join(folder, name));
}

async function describe(
  folder: string,
  { generation, content, embeddings }: { readonly generation: string; readonly content: IndexContent; readonly embeddings: EmbeddingModel },
): Promise<IndexManifest> {
  const files: Record<string, FileDigest> = {};
  for (const name of (await readdir(folder)).sort()) files[name] = await digestFile(join(folder, name));
  await syncToDisk(folder);
  const entriesOf = new Map<string, number>();
  for (const { documentId } of content.entries) entriesOf.set(documentId, (entriesOf.get(documentId) ?? 0) + 1);
  return {
    formatVersion: FORMAT_VERSION,
    generation,
    createdAt: new Date().toISOString(),
    embedding: { model: embeddings.model, fingerprint: embeddings.fingerprint, dimensions: embeddings.dimensions },
    counts: {
      documents: content.documents.length,
      paragraphs: content.documents.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0),
      entries: content.entries.length,
    },
    documents: content.documents.map(({ id, sha256, paragraphs }) => ({
      id,
      sha256,
      paragraphs: paragraphs.length,
      entries: entriesOf.get(id) ?? 0,
    })),
    files,
  };
}

/** The form in which LangChain's store keeps the entries; `entry` is the number of the vector. */
function toLangChainDocuments({ documents, entries }: IndexContent): LangChainDocument[] {
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  return entries.map((entry, number) => {
    const pageContent = entry.kind === 'question' ? entry.question : (texts.get(entry.documentId)?.slice(entry.start, entry.end) ?? '');
    return new LangChainDocument({ pageContent, metadata: { ...entry, entry: number } });
  });
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

function parseJson(path: string, json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (cause) {
    throw corrupt(path, 'it is not JSON', cause);
  }
}

function corrupt(path: string, what: string, cause?: unknown): DeclarationChatError {
  return new DeclarationChatError('index-corrupt', `${path} is damaged: ${what}. ${REMEDY}`, { cause });
}
