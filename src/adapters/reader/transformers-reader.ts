import type { TokenClassificationPipeline } from '@xenova/transformers';
import type { PassageReader, PassageReading } from '../../ports/passage-reader.js';
import { openPipeline } from '../encoder/open-pipeline.js';
import { runTokens, type RunModel } from '../encoder/run-tokens.js';
import { readerWindows, type ReaderFrame } from './reader-input.js';
import { readReaderSettings, type ReaderSettings } from './reader-settings.js';

/** Sentences whose token ids are kept: those of the paragraphs that are asked for again and again. */
const MAX_KEPT_SENTENCES = 20_000;

/** A cross-encoder by transformers.js: see `models/declaration-reader/README.md`. */
export class TransformersReader implements PassageReader {
  readonly #pipeline: TokenClassificationPipeline;
  readonly #settings: ReaderSettings;
  readonly #frame: ReaderFrame;
  readonly #ids = new Map<string, readonly number[]>();

  private constructor(pipeline: TokenClassificationPipeline, settings: ReaderSettings) {
    this.#pipeline = pipeline;
    this.#settings = settings;
    const [classify = 0, separate = 0] = pipeline.tokenizer.encode('');
    this.#frame = { ...settings, classify, separate };
  }

  /** @throws DeclarationChatError `model-unavailable` */
  static async load(folder: string): Promise<TransformersReader> {
    const settings = await readReaderSettings(folder);
    return new TransformersReader(await openPipeline(folder, 'token-classification'), settings);
  }

  reads(language: string): boolean {
    return this.#settings.languages.includes(language);
  }

  async read(
    question: string,
    passages: readonly (readonly string[])[],
  ): Promise<PassageReading[]> {
    const asked = this.#idsOf(question);
    const readings: PassageReading[] = [];
    for (const sentences of passages) readings.push(await this.#readOne(asked, sentences));
    return readings;
  }

  async #readOne(
    question: readonly number[],
    sentences: readonly string[],
  ): Promise<PassageReading> {
    const { channels } = this.#settings;
    const windows = readerWindows(
      question,
      sentences.map((sentence) => this.#idsOf(sentence)),
      this.#frame,
    );
    let passage = -Infinity;
    const read = new Array<number>(sentences.length).fill(-Infinity);
    for (const window of windows) {
      const { rows, width } = await runTokens(this.#run, 'logits', window);
      passage = Math.max(passage, rows[channels.passage] ?? -Infinity);
      window.marks.forEach((mark, i) => {
        read[window.first + i] = rows[mark * width + channels.sentence] ?? -Infinity;
      });
    }
    return { passage, sentences: read };
  }

  get #run(): RunModel<'logits'> {
    return this.#pipeline.model;
  }

  #idsOf(text: string): readonly number[] {
    const kept = this.#ids.get(text);
    if (kept !== undefined) return kept;
    const ids = this.#pipeline.tokenizer.encode(text, null, { add_special_tokens: false });
    if (this.#ids.size >= MAX_KEPT_SENTENCES) this.#ids.clear();
    this.#ids.set(text, ids);
    return ids;
  }
}
