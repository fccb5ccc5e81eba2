import type { PassageReader, PassageReading } from '../../ports/passage-reader.js';
import { ReaderModel } from './reader-model.js';

/** Reads questions with passages. */
export class TransformersReader implements PassageReader {
  readonly #model: ReaderModel;

  private constructor(model: ReaderModel) {
    this.#model = model;
  }

  /** @throws DeclarationChatError `model-unavailable` */
  static async load(folder: string): Promise<TransformersReader> {
    return new TransformersReader(await ReaderModel.load(folder));
  }

  reads(language: string): boolean {
    return this.#model.settings.languages.includes(language);
  }

  async read(
    question: string,
    passages: readonly (readonly string[])[],
  ): Promise<PassageReading[]> {
    const readings: PassageReading[] = [];
    for (const sentences of passages) readings.push(await this.#readOne(question, sentences));
    return readings;
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
