import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../ports/clock.js';
import type { Encoder } from '../../ports/encoder.js';
import type {
  DocumentContent,
  DocumentRecord,
  FileDigest,
  IndexDraft,
  IndexManifest,
  StoredDocument,
  VectorWriter,
} from '../../ports/index-storage.js';
import type { IndexedDocument, IndexEntry } from '../../types.js';
import { AXES_FILE, hasAxes, readAxes, writeAxes } from './axes-file.js';
import { buildEnvironment } from './build-environment.js';
import { filesOf, readDocument, vectorFile, writeDocument } from './document-files.js';
import { digestFile, share, syncFolder } from './durable-files.js';
import { lockLost, unwritable, writeFault } from './faults.js';
import {
  leftoversIn,
  newGenerationName,
  removeGeneration,
  removeLeftovers,
} from './generations.js';
import { IncompleteWriteError } from './graph-file.js';
import { GRAPH_FILE, writeGraph } from './hnsw-graph.js';
import { writeManifest } from './manifest-file.js';
import { FORMAT_VERSION } from './manifest-schema.js';
import { GRAPH_DIMENSIONS, principalAxes, type Axes } from './principal-axes.js';
import { planSlots, slotsOf, type SlotPlan } from './slots.js';
import { someVectors } from './some-vectors.js';
import { VectorFile } from './vector-file.js';
import { VectorFiles } from './vector-files.js';
import type { WriterLock } from './writer-lock.js';

export interface DraftOptions {
  /** The present index, where it can be built upon. */
  readonly present: IndexManifest | undefined;
  /** Name of the generation that the manifest names at the time; undefined where none. */
  readonly presentGeneration: () => Promise<string | undefined>;
  readonly dimensions: number;
  /** Held by the draft until it is committed or discarded. */
  readonly lock: Pick<WriterLock, 'isHeld' | 'release'>;
  readonly hnswAvailable: () => Promise<boolean>;
  /** See {@link MANY_VECTORS}. */
  readonly manyVectors?: number | undefined;
  readonly clock: Clock;
}

/**
 * From so many vectors on the graph is built of their shares along a few axes: a third of the memory,
 * and of the time. What it finds is compared by the whole vectors.
 */
const MANY_VECTORS = 10_000;

/** Vectors that axes are laid through: far more than there are axes. */
const LAID_THROUGH = 4_096;

/** A generation's folder while it is made. Files that stay as they are, are shared with the former. */
export class GenerationDraft implements IndexDraft {
  readonly #directory: string;
  readonly #generation = newGenerationName();
  readonly #options: DraftOptions;
  readonly #files: Record<string, FileDigest> = {};

  private constructor(directory: string, options: DraftOptions) {
    this.#directory = directory;
    this.#options = options;
  }

  static async begin(directory: string, options: DraftOptions): Promise<GenerationDraft> {
    const draft = new GenerationDraft(directory, options);
    await draft.#writing(async () => {
      await mkdir(draft.#folder);
    });
    return draft;
  }

  async keep({ sha256 }: StoredDocument): Promise<void> {
    const { present } = this.#options;
    for (const name of filesOf(sha256)) {
      const digest = present?.files[name];
      if (present === undefined || digest === undefined) {
        throw new Error(`The present generation has no ${name}.`);
      }
      await this.#writing(() =>
        share(join(this.#directory, present.generation, name), join(this.#folder, name)),
      );
      this.#files[name] = digest;
    }
  }

  add(document: IndexedDocument, entries: readonly IndexEntry[]): Promise<void> {
    return this.#writing(() => writeDocument(this.#folder, document, entries));
  }

  read(sha256: string): Promise<Pick<DocumentContent, 'document' | 'entries'>> {
    return readDocument(this.#folder, sha256);
  }

  async openVectors(sha256: string): Promise<VectorWriter> {
    const path = join(this.#folder, vectorFile(sha256));
    const file = await this.#writing(() => VectorFile.create(path, this.#options.dimensions));
    return {
      append: (vectors) => this.#writing(() => file.append(vectors)),
      close: () => this.#writing(() => file.close()),
    };
  }

  async commit(about: {
    readonly documents: readonly DocumentRecord[];
    readonly reading: string;
    readonly encoder: Encoder;
  }): Promise<IndexManifest> {
    return this.#writing(async () => {
      const { present, presentGeneration, lock } = this.#options;
      const hasGraph = await this.#options.hnswAvailable();
      const former =
        hasGraph &&
        present !== undefined &&
        hasFittingGraph(present) &&
        (hasAxes(present) || !this.#isMany(about.documents));
      const plan = planSlots(about.documents, former ? present : undefined);
      const graphFiles = hasGraph ? await this.#writeGraph(plan) : [];
      await this.#digestNewFiles(about.documents, graphFiles);
      await syncFolder(this.#folder);
      const slots = slotsOf(plan, former ? present.slots : 0);
      const manifest = this.#describe(plan, { ...about, slots });
      // A copy of its own: by it the generation stands in where a later one is damaged.
      await writeManifest(this.#folder, manifest);
      const previous = await presentGeneration();
      if (!(await lock.isHeld())) throw lockLost(this.#directory);
      await writeManifest(this.#directory, manifest);
      const kept = { current: this.#generation, previous };
      // What cannot be looked through now is by a later build.
      const leftovers = await leftoversIn(this.#directory, kept).catch(() => []);
      await removeLeftovers(this.#directory, leftovers);
      await lock.release();
      return manifest;
    });
  }

  async discard(): Promise<void> {
    const { presentGeneration, lock } = this.#options;
    // Whoever writes here now may count on it as a whole one, and removes it where it is none.
    const isHeld = await lock.isHeld().catch(() => false);
    if (isHeld && (await presentGeneration()) !== this.#generation) {
      await removeGeneration(this.#folder).catch(() => undefined);
    }
    await lock.release();
  }

  #isMany(documents: readonly DocumentRecord[]): boolean {
    const { dimensions, manyVectors = MANY_VECTORS } = this.#options;
    const count = documents.reduce((sum, { entries }) => sum + entries, 0);
    return count >= manyVectors && dimensions > GRAPH_DIMENSIONS;
  }

  /** @returns names of the files that it wrote */
  async #writeGraph(plan: SlotPlan): Promise<string[]> {
    const { gone, added } = plan;
    const { present, dimensions } = this.#options;
    const axes = await this.#axesFor(plan);
    const from =
      gone === undefined || present === undefined
        ? undefined
        : { path: join(this.#directory, present.generation, GRAPH_FILE), gone };
    await writeGraph(join(this.#folder, GRAPH_FILE), {
      dimensions,
      axes,
      from,
      added: added.map(({ sha256, slot, entries }) => ({
        path: join(this.#folder, vectorFile(sha256)),
        first: slot,
        count: entries,
      })),
    });
    return axes === undefined ? [GRAPH_FILE] : [GRAPH_FILE, AXES_FILE];
  }

  /** Those of the graph that is built upon; new ones for a new graph of many vectors. */
  async #axesFor({ gone, documents }: SlotPlan): Promise<Axes | undefined> {
    const { present, dimensions } = this.#options;
    if (gone !== undefined && present !== undefined) {
      const former = await readAxes(join(this.#directory, present.generation), present);
      if (former !== undefined) await writeAxes(this.#folder, former);
      return former;
    }
    if (!this.#isMany(documents)) return undefined;
    const files = new VectorFiles(dimensions, (document) =>
      join(this.#folder, vectorFile(documents[document]?.sha256 ?? '')),
    );
    const axes = await principalAxes(someVectors(documents, files, LAID_THROUGH), dimensions);
    await writeAxes(this.#folder, axes);
    return axes;
  }

  async #digestNewFiles(
    documents: readonly DocumentRecord[],
    graphFiles: readonly string[],
  ): Promise<void> {
    const names = documents.flatMap(({ sha256 }) => filesOf(sha256));
    for (const name of [...names, ...graphFiles]) {
      this.#files[name] ??= await digestFile(join(this.#folder, name));
    }
  }

  #describe(
    { documents }: SlotPlan,
    {
      slots,
      reading,
      encoder,
    }: { readonly slots: number; readonly reading: string; readonly encoder: Encoder },
  ): IndexManifest {
    const { model, fingerprint, dimensions } = encoder;
    return {
      formatVersion: FORMAT_VERSION,
      generation: this.#generation,
      createdAt: this.#options.clock().toISOString(),
      builtWith: buildEnvironment(),
      embedding: { model, fingerprint, dimensions },
      reading,
      counts: {
        documents: documents.length,
        paragraphs: documents.reduce((sum, { paragraphs }) => sum + paragraphs, 0),
        entries: documents.reduce((sum, { entries }) => sum + entries, 0),
      },
      slots,
      documents,
      files: this.#files,
    };
  }

  get #folder(): string {
    return join(this.#directory, this.#generation);
  }

  /** Does something to the disk; what it refuses is said in words. */
  async #writing<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      // Whoever has it now may have removed what is written here.
      const isHeld = await this.#options.lock.isHeld().catch(() => true);
      if (!isHeld) throw lockLost(this.#directory, error);
      if (error instanceof IncompleteWriteError) {
        const reason = `${GRAPH_FILE} ${error.message}; the disk may be full. Free some space`;
        throw unwritable(this.#directory, reason, error);
      }
      throw writeFault(this.#directory, error);
    }
  }
}

/** A graph of another version of the native module is not built upon. */
export function hasFittingGraph({ files, builtWith }: IndexManifest): boolean {
  return GRAPH_FILE in files && builtWith.hnswlib === buildEnvironment().hnswlib;
}
