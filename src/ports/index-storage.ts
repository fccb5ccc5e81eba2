import type { IndexedDocument, IndexEntry, VectorTable } from '../types.js';
import type { Remarks } from './corpus.js';
import type { Encoder } from './encoder.js';

/** Length and SHA-256, lower-case hexadecimal, of one file. */
export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

/** The text that a document was made of, as it was then. */
export interface TextRecord extends Remarks {
  /** Within the corpus folder; `/` between folders. The remarks name files beside it. */
  readonly file: string;
  /** Of the file and what stands beside it. */
  readonly sha256: string;
}

/** One document of an index. */
export interface DocumentRecord {
  readonly id: string;
  /** Of the document as it was indexed; names its files. */
  readonly sha256: string;
  readonly paragraphs: number;
  readonly entries: number;
  readonly text: TextRecord;
}

/** A document with the place that its vectors have in the graph. */
export interface StoredDocument extends DocumentRecord {
  /** Number of its first vector in the graph; the others follow. */
  readonly slot: number;
}

/** Versions of what made an index; empty where there is none. */
export interface BuildEnvironment {
  readonly node: string;
  /** System and processor. */
  readonly machine: string;
  /** Of the native module that builds the graph. */
  readonly hnswlib: string;
  /** Of what runs the models. */
  readonly onnxruntime: string;
}

/** What an index was made from and of. */
export interface IndexManifest {
  readonly formatVersion: number;
  /** Names the files of one build; another build has another name. */
  readonly generation: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly builtWith: BuildEnvironment;
  readonly embedding: Pick<Encoder, 'model' | 'fingerprint' | 'dimensions'>;
  /** Tells how the texts were read: where it differs, they are read anew. */
  readonly reading: string;
  readonly counts: {
    readonly documents: number;
    readonly paragraphs: number;
    readonly entries: number;
  };
  /** Places in the graph, those of vectors that are gone included. */
  readonly slots: number;
  /** In the order of their ids. */
  readonly documents: readonly StoredDocument[];
  /** By name. */
  readonly files: Readonly<Record<string, FileDigest>>;
}

/** A document with the vectors of its entries; vector `i` belongs to entry `i`. */
export interface DocumentContent {
  readonly document: IndexedDocument;
  readonly entries: readonly IndexEntry[];
  readonly vectors: VectorTable;
}

/** Takes the vectors of one document, in the order of its entries. */
export interface VectorWriter {
  append(vectors: readonly ArrayLike<number>[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * A generation that is being made beside the present one. Nothing of it counts before it is
 * committed; all throw `index-unwritable` where it cannot be written.
 */
export interface IndexDraft {
  /** Takes a document over from the present generation. */
  keep(document: StoredDocument): Promise<void>;
  /** Takes a document in, named by its `sha256`; its vectors are to follow. */
  add(document: IndexedDocument, entries: readonly IndexEntry[]): Promise<void>;
  /** A document that was added. */
  read(sha256: string): Promise<Pick<DocumentContent, 'document' | 'entries'>>;
  openVectors(sha256: string): Promise<VectorWriter>;
  /**
   * Puts the generation in the place of the present one, in one step.
   * @param documents all that it holds, in the order of their ids
   */
  commit(about: {
    readonly documents: readonly DocumentRecord[];
    readonly reading: string;
    readonly encoder: Encoder;
  }): Promise<IndexManifest>;
  /** Removes what was made, unless it was committed. */
  discard(): Promise<void>;
}

export interface BeginOptions {
  /** Of the vectors. */
  readonly dimensions: number;
  /** The manifest of the present generation, where it can be built upon. */
  readonly present?: IndexManifest | undefined;
  /** Ends the wait for another writer. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Where an index is kept: the present generation and the one before, replaced as a whole by one
 * writer at a time.
 */
export interface IndexStorage {
  /**
   * The manifest, or undefined where there is no index yet.
   * @throws DeclarationChatError `index-corrupt`, `index-mismatch`, `invalid-configuration`
   */
  readManifest(): Promise<IndexManifest | undefined>;
  /**
   * Whether the index was built without a search structure that could be built now, or by another
   * version of what builds it.
   */
  needsGraph(manifest: IndexManifest): Promise<boolean>;
  /** @throws DeclarationChatError `index-corrupt` where what is kept is not what the manifest says */
  verify(manifest: IndexManifest): Promise<void>;
  /** What is kept of one document. It must have been verified. */
  readDocument(manifest: IndexManifest, document: StoredDocument): Promise<DocumentContent>;
  /**
   * Keeps the present generation under a name that nobody takes for an index's, since it is
   * damaged, and puts the one before in its place, where there is one: it is not verified. Nothing
   * happens where another generation has become the present one meanwhile.
   * @param generation the one that is damaged; undefined where it is the manifest that is
   * @returns the name under which it is kept; undefined where nothing of it is left
   * @throws DeclarationChatError `index-unwritable`
   */
  setAside(
    generation: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<string | undefined>;
  /** Removes what builds that died have left, unless somebody is building now. Never throws. */
  tidy(present: IndexManifest): Promise<void>;
  /**
   * Begins a new generation, as soon as nobody else writes.
   * @throws DeclarationChatError `index-unwritable`, `invalid-configuration`
   */
  begin(options: BeginOptions): Promise<IndexDraft>;
}
