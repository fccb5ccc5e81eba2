import { Embeddings } from '@langchain/core/embeddings';
import { LRUCache } from 'lru-cache';
import type { EncodedSide, VocabularyEncoder } from '../../ports/encoder.js';
import type { TokenMatch } from '../../ports/token-matcher.js';
import { downloadModel } from './download-model.js';
import { readEncoderProfile, type EncoderProfile } from './encoder-profile.js';
import type { LoadOptions } from './load-options.js';
import { locateModel } from './locate-model.js';
import { modelFingerprint } from './model-fingerprint.js';
import { openModel, type OpenModel } from './open-model.js';
import { poolTokens, withoutMean } from './pooling.js';
import { runTokens, type RunModel } from './run-tokens.js';
import { tokenCosines, type TokenCosines, type TokenRows } from './token-cosines.js';
import { tokenWindows, type WindowFrame } from './token-windows.js';
import {
  readUsualTokenCosines,
  standardised,
  type UsualTokenCosines,
} from './usual-token-cosines.js';
import { Vocabulary } from '../tokenizer/vocabulary.js';

/** Tokens of a question, and of a text, that are compared: more than most of what is quoted has. */
const MATCHED_TOKENS = 160;
/** Questions whose tokens are kept: what is found for them is compared with them right after. */
const KEPT_QUESTIONS = 32;

interface LoadedModel {
  readonly name: string;
  readonly fingerprint: string;
  readonly profile: EncoderProfile;
  readonly usual: UsualTokenCosines | undefined;
  readonly folder: string;
}

/**
 * LangChain embeddings by a local transformers.js model, as its profile says; vectors of unit
 * length. A text that is longer than the model reads is read in windows.
 */
export class TransformersEncoder extends Embeddings implements VocabularyEncoder {
  /** As configured. */
  readonly model: string;
  /** SHA-256 over the model's files: the same vectors come from the same fingerprint. */
  readonly fingerprint: string;
  #dimensions = 0;
  readonly #open: OpenModel;
  readonly #profile: EncoderProfile;
  /** Undefined where it is not known how near tokens are by this model. */
  readonly usualTokenCosines: UsualTokenCosines | undefined;
  readonly #askedTokens = new LRUCache<string, TokenRows>({ max: KEPT_QUESTIONS });
  readonly #folder: string;
  #read: Vocabulary | undefined;
  readonly #frames: Readonly<Record<EncodedSide, WindowFrame>>;

  private constructor(open: OpenModel, model: LoadedModel) {
    super({});
    this.#open = open;
    this.#profile = model.profile;
    this.usualTokenCosines = model.usual;
    this.#folder = model.folder;
    this.model = model.name;
    this.fingerprint = model.fingerprint;
    this.#frames = {
      query: this.#frame(model.profile.queryPrefix),
      passage: this.#frame(model.profile.passagePrefix),
    };
  }

  /**
   * Loads the model from the disk; only a hub model that is not there yet is downloaded, once.
   * @throws DeclarationChatError `model-unavailable`
   */
  static async load(options: LoadOptions): Promise<TransformersEncoder> {
    const { folder, missing } = locateModel(options);
    if (missing) await downloadModel(folder, options);
    const open = await openModel(folder, 'feature-extraction');
    const encoder = new TransformersEncoder(open, {
      name: options.model,
      fingerprint: await modelFingerprint(folder),
      profile: await readEncoderProfile(folder),
      usual: await readUsualTokenCosines(folder),
      folder,
    });
    encoder.#dimensions = (await encoder.embedQuery('dimensions')).length;
    return encoder;
  }

  get dimensions(): number {
    return this.#dimensions;
  }

  override async embedQuery(text: string): Promise<number[]> {
    return (await this.embedQueries([text]))[0] ?? [];
  }

  embedQueries(texts: readonly string[]): Promise<number[][]> {
    return this.#embed(texts, 'query');
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    return this.#embed(texts, 'passage');
  }

  isWord(word: string): boolean {
    return this.#vocabulary.isWord(word);
  }

  understands(text: string): boolean {
    return this.#vocabulary.understands(text);
  }

  async matchTokens(question: string, text: string): Promise<TokenMatch | undefined> {
    if (this.usualTokenCosines === undefined) return undefined;
    const cosines = await this.tokenCosines(question, text);
    return cosines && standardised(cosines, this.usualTokenCosines);
  }

  /** As they are; see {@link tokenCosines}. */
  async tokenCosines(question: string, text: string): Promise<TokenCosines | undefined> {
    const asked = this.#askedTokens.get(question) ?? (await this.#tokens(question, 'query'));
    return tokenCosines(asked, await this.#tokens(text, 'passage'));
  }

  /** Read by whoever asks for words: the process of the models never does. */
  get #vocabulary(): Vocabulary {
    return (this.#read ??= Vocabulary.readNow(this.#folder));
  }

  async #embed(texts: readonly string[], side: EncodedSide): Promise<number[][]> {
    const vectors: number[][] = [];
    for (const text of texts) vectors.push(await this.#embedOne(text, side));
    return vectors;
  }

  async #embedOne(text: string, side: EncodedSide): Promise<number[]> {
    const windows: Float32Array[] = [];
    let dimensions = 0;
    for (const ids of tokenWindows(this.#ids(text), this.#frames[side])) {
      const { rows, width } = await runTokens(this.#run, 'last_hidden_state', { ids });
      windows.push(rows);
      dimensions = width;
      if (side === 'query' && ids.length <= MATCHED_TOKENS) {
        this.#askedTokens.set(text, this.#ownTokens({ rows, width }, side));
      }
    }
    const pooled = poolTokens(windows, { dimensions, pooling: this.#profile.pooling });
    const mean = side === 'query' ? this.#profile.queryMean : this.#profile.passageMean;
    return Array.from(mean === undefined ? pooled : withoutMean(pooled, mean), Math.fround);
  }

  /** Of the beginning of a text, where it is long. */
  async #tokens(text: string, side: EncodedSide): Promise<TokenRows> {
    const { before, after } = this.#frames[side];
    const ids = [...before, ...this.#ids(text).slice(0, MATCHED_TOKENS), ...after];
    return this.#ownTokens(await runTokens(this.#run, 'last_hidden_state', { ids }), side);
  }

  /** Without those that stand around every text. */
  #ownTokens({ rows, width }: TokenRows, side: EncodedSide): TokenRows {
    const { before, after } = this.#frames[side];
    return { rows: rows.slice(before.length * width, rows.length - after.length * width), width };
  }

  get #run(): RunModel<'last_hidden_state'> {
    return this.#open.model;
  }

  #frame(prefix: string): WindowFrame {
    const { tokenizer } = this.#open;
    // The marks of a model stand around the tokens of a text, whatever it is.
    const [whole, bare] = [tokenizer.encode('a'), this.#ids('a')];
    const first = whole.indexOf(bare[0] ?? -1);
    return {
      before: [...whole.slice(0, first), ...this.#ids(prefix.trim())],
      after: whole.slice(first + bare.length),
      maxTokens: this.#profile.maxTokens,
    };
  }

  #ids(text: string): number[] {
    return this.#open.tokenizer.encode(text, null, { add_special_tokens: false });
  }
}
