import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Embeddings } from '@langchain/core/embeddings';
import { z } from 'zod';
import type { EncodedSide, VocabularyEncoder } from '../../ports/encoder.js';
import type { TokenMatch } from '../../ports/token-matcher.js';
import type { LoadOptions } from '../encoder/load-options.js';
import { locateModel } from '../encoder/locate-model.js';
import { modelFingerprint } from '../encoder/model-fingerprint.js';
import { Vocabulary } from '../tokenizer/vocabulary.js';
import type { ModelHost, Urgency } from './model-host.js';

/**
 * Texts sent at once, each some 20 ms of work: a question that comes meanwhile waits for no more. A
 * message itself takes less than one.
 */
const TEXTS_A_MESSAGE = 2;

/** What its files tell of a model, without the engine that runs it. */
interface ModelFacts {
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly vocabulary: Vocabulary;
}

/** The encoder of a {@link ModelHost}: the same vectors as in process, and nobody waits meanwhile. */
export class HostedEncoder extends Embeddings implements VocabularyEncoder {
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly #host: ModelHost;
  readonly #vocabulary: Vocabulary;

  private constructor(
    host: ModelHost,
    /** As configured. */
    readonly model: string,
    facts: ModelFacts,
  ) {
    super({});
    this.#host = host;
    this.fingerprint = facts.fingerprint;
    this.dimensions = facts.dimensions;
    this.#vocabulary = facts.vocabulary;
  }

  /**
   * Begins to load the model, and does not wait until it is loaded: {@link ready} does, and
   * everything that needs it. Only a hub model that is not there yet is downloaded first.
   * @param options those that the host was made with
   * @throws DeclarationChatError `model-unavailable`
   */
  static async open(
    host: ModelHost,
    options: Omit<LoadOptions, 'onDownload'>,
  ): Promise<HostedEncoder> {
    const { folder, missing } = locateModel(options);
    const loaded = host.run({ kind: 'load-encoder' }, 'question');
    // Whoever asks for a vector is told.
    loaded.catch(() => undefined);
    if (missing) await loaded;
    const facts = await readFacts(folder, () => loaded).catch(async (error: unknown) => {
      // What is wrong with a model is put in words where it is loaded.
      await loaded;
      throw error;
    });
    return new HostedEncoder(host, options.model, facts);
  }

  /**
   * Waits until the model is loaded.
   * @throws DeclarationChatError `model-unavailable`
   */
  async ready(): Promise<void> {
    await this.#host.run({ kind: 'load-encoder' }, 'question');
  }

  override async embedQuery(text: string): Promise<number[]> {
    return (await this.#embed([text], 'query', 'question'))[0] ?? [];
  }

  embedQueries(texts: readonly string[]): Promise<number[][]> {
    return this.#embed(texts, 'query', 'background');
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    return this.#embed(texts, 'passage', 'background');
  }

  isWord(word: string): boolean {
    return this.#vocabulary.isWord(word);
  }

  understands(text: string): boolean {
    return this.#vocabulary.understands(text);
  }

  matchTokens(question: string, text: string): Promise<TokenMatch | undefined> {
    return this.#host.run({ kind: 'match', question, text }, 'question');
  }

  async #embed(texts: readonly string[], side: EncodedSide, urgency: Urgency): Promise<number[][]> {
    const vectors: number[][] = [];
    for (let first = 0; first < texts.length; first += TEXTS_A_MESSAGE) {
      const some = texts.slice(first, first + TEXTS_A_MESSAGE);
      const embedded = await this.#host.run({ kind: 'embed', side, texts: some }, urgency);
      for (const vector of embedded) vectors.push(Array.from(vector));
    }
    return vectors;
  }
}

const configSchema = z.object({ hidden_size: z.int().positive().optional() });

async function readFacts(
  folder: string,
  dimensionsWhenLoaded: () => Promise<number>,
): Promise<ModelFacts> {
  const [fingerprint, vocabulary, config] = await Promise.all([
    modelFingerprint(folder),
    Vocabulary.read(folder),
    readFile(join(folder, 'config.json'), 'utf8'),
  ]);
  const { hidden_size: width } = configSchema.parse(JSON.parse(config));
  return { fingerprint, vocabulary, dimensions: width ?? (await dimensionsWhenLoaded()) };
}
