import { Embeddings } from '@langchain/core/embeddings';
import type { FeatureExtractionPipeline } from '@xenova/transformers';
import { downloadModel } from './download-model.js';
import type { LoadOptions } from './load-options.js';
import { locateModel } from './locate-model.js';
import { meanOfUnitLength } from './mean-pooling.js';
import { modelFingerprint } from './model-fingerprint.js';
import { openPipeline } from './open-pipeline.js';

interface LoadedModel {
  readonly name: string;
  readonly fingerprint: string;
  readonly dimensions: number;
}

/** LangChain embeddings by a local transformers.js model: mean pooling, vectors of unit length. */
export class TransformersEncoder extends Embeddings {
  /** As configured. */
  readonly model: string;
  /** SHA-256 over the model's files: the same vectors come from the same fingerprint. */
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly #extractor: FeatureExtractionPipeline;

  private constructor(extractor: FeatureExtractionPipeline, model: LoadedModel) {
    super({});
    this.#extractor = extractor;
    this.model = model.name;
    this.fingerprint = model.fingerprint;
    this.dimensions = model.dimensions;
  }

  /**
   * Loads the model from the disk; only a hub model that is not there yet is downloaded, once.
   * @throws DeclarationChatError `model-unavailable`
   */
  static async load(options: LoadOptions): Promise<TransformersEncoder> {
    const { folder, missing } = locateModel(options);
    if (missing) await downloadModel(folder, options);
    const extractor = await openPipeline(folder);
    const probe = await embed(extractor, 'dimensions');
    return new TransformersEncoder(extractor, {
      name: options.model,
      fingerprint: await modelFingerprint(folder),
      dimensions: probe.length,
    });
  }

  override embedQuery(text: string): Promise<number[]> {
    return embed(this.#extractor, text);
  }

  /** One text a call: a batch is padded to its longest text, which costs more than it saves. */
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = [];
    for (const text of texts) vectors.push(await this.embedQuery(text));
    return vectors;
  }

  /** Whether the model has this one word whole in its vocabulary. */
  isWord(word: string): boolean {
    const pieces = this.#pieces(word);
    return pieces.length === 1 && pieces[0] !== this.#extractor.tokenizer.unk_token;
  }

  /**
   * Whether the model knows any piece of the text; a vector of a text that it does not know says
   * nothing.
   */
  understands(text: string): boolean {
    return this.#pieces(text).some(
      (piece) => piece !== this.#extractor.tokenizer.unk_token && /[\p{L}\p{N}]/u.test(piece),
    );
  }

  #pieces(text: string): string[] {
    // The tokenizer's own types end at its base class.
    const tokenizer = this.#extractor.tokenizer as unknown as {
      _encode_text(text: string): string[] | null;
    };
    return tokenizer._encode_text(text) ?? [];
  }
}

async function embed(extractor: FeatureExtractionPipeline, text: string): Promise<number[]> {
  const { data, dims } = await extractor(text, { pooling: 'none', normalize: false });
  return meanOfUnitLength(data as Float32Array, dims.at(-1) ?? 0);
}
