import { openModel, type OpenModel } from '../encoder/open-model.js';
import { runTokens, type RunModel } from '../encoder/run-tokens.js';
import { readerWindows, type ReaderFrame } from './reader-input.js';
import { readReaderSettings, type ReaderSettings } from './reader-settings.js';

/** Sentences whose token ids are kept: those of the paragraphs that are asked for again and again. */
const MAX_KEPT_SENTENCES = 20_000;

/** What a reader says of a part of a passage. */
export interface ReadWindow {
  /** Logits of the whole part, one a channel. */
  readonly whole: readonly number[];
  /** Logits of each of its sentences, one a channel. */
  readonly sentences: readonly (readonly number[])[];
}

/** A cross-encoder by transformers.js: see `models/declaration-reader/README.md`. */
export class ReaderModel {
  readonly settings: ReaderSettings;
  readonly #open: OpenModel;
  readonly #frame: ReaderFrame;
  readonly #ids = new Map<string, readonly number[]>();

  private constructor(open: OpenModel, settings: ReaderSettings) {
    this.settings = settings;
    this.#open = open;
    const [classify = 0, separate = 0] = open.tokenizer.encode('');
    this.#frame = { ...settings, classify, separate };
  }

  /** @throws DeclarationChatError `model-unavailable` */
  static async load(folder: string): Promise<ReaderModel> {
    const settings = await readReaderSettings(folder);
    return new ReaderModel(await openModel(folder, 'token-classification'), settings);
  }

  /** A passage that is too long to be read at once comes in several windows. */
  async readWindows(asked: string, sentences: readonly string[]): Promise<ReadWindow[]> {
    const windows = readerWindows(
      this.#idsOf(asked),
      sentences.map((sentence) => this.#idsOf(sentence)),
      this.#frame,
    );
    const read: ReadWindow[] = [];
    for (const window of windows) {
      const { rows, width } = await runTokens(this.#run, 'logits', window);
      const logitsAt = (token: number): number[] =>
        Array.from(rows.slice(token * width, (token + 1) * width));
      read.push({ whole: logitsAt(0), sentences: window.marks.map(logitsAt) });
    }
    return read;
  }

  get #run(): RunModel<'logits'> {
    return this.#open.model;
  }

  #idsOf(text: string): readonly number[] {
    const kept = this.#ids.get(text);
    if (kept !== undefined) return kept;
    const ids = this.#open.tokenizer.encode(text, null, { add_special_tokens: false });
    if (this.#ids.size >= MAX_KEPT_SENTENCES) this.#ids.clear();
    this.#ids.set(text, ids);
    return ids;
  }
}
