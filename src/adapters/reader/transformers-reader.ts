import type { ClaimReader } from '../../ports/claim-reader.js';
import type { PassageReader, PassageReading } from '../../ports/passage-reader.js';
import { Vocabulary } from '../tokenizer/vocabulary.js';
import { ReaderModel } from './reader-model.js';

/** Reads questions with passages, and claims with the sentences that they cite. */
export class TransformersReader implements PassageReader, ClaimReader {
  readonly #model: ReaderModel;
  readonly #folder: string;
  #read: Vocabulary | undefined;

  private constructor(model: ReaderModel, folder: string) {
    this.#model = model;
    this.#folder = folder;
  }

  /** @throws DeclarationChatError `model-unavailable` */
  static async load(folder: string): Promise<TransformersReader> {
    return new TransformersReader(await ReaderModel.load(folder), folder);
  }

  reads(language: string): boolean {
    return this.#model.settings.languages.includes(language);
  }

  isWord(word: string): boolean {
    return this.#vocabulary.isWord(word);
  }

  async read(
    question: string,
    passages: readonly (readonly string[])[],
  ): Promise<PassageReading[]> {
    const readings: PassageReading[] = [];
    for (const sentences of passages) readings.push(await this.#readOne(question, sentences));
    return readings;
  }

  async weigh(claim: string, cited: readonly (readonly string[])[]): Promise<number[]> {
    const { channels, claimPrefix } = this.#model.settings;
    const logits: number[] = [];
    for (const sentences of cited) {
      const windows = await this.#model.readWindows(`${claimPrefix} ${claim}`, sentences);
      logits.push(Math.max(...windows.map(({ whole }) => whole[channels.claim] ?? -Infinity)));
    }
    return logits;
  }

  /** Read by whoever asks for words: the process of the models never does. */
  get #vocabulary(): Vocabulary {
    return (this.#read ??= Vocabulary.readNow(this.#folder));
  }

  async #readOne(question: string, sentences: readonly string[]): Promise<PassageReading> {
    const { channels } = this.#model.settings;
    const windows = await this.#model.readWindows(question, sentences);
    return {
      passage: Math.max(...windows.map(({ whole }) => whole[channels.passage] ?? -Infinity)),
      sentences: windows.flatMap((window) =>
        window.sentences.map((logits) => logits[channels.sentence] ?? -Infinity),
      ),
    };
  }
}
