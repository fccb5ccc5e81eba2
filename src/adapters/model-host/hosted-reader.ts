import type { ClaimReader } from '../../ports/claim-reader.js';
import type { PassageReader, PassageReading } from '../../ports/passage-reader.js';
import { readReaderSettings } from '../reader/reader-settings.js';
import { Vocabulary } from '../tokenizer/vocabulary.js';
import type { ModelHost } from './model-host.js';

/** The reader of a {@link ModelHost}: the same as in process, and nobody waits meanwhile. */
export class HostedReader implements PassageReader, ClaimReader {
  readonly #host: ModelHost;
  readonly #languages: readonly string[];
  readonly #vocabulary: Vocabulary;

  private constructor(host: ModelHost, languages: readonly string[], vocabulary: Vocabulary) {
    this.#host = host;
    this.#languages = languages;
    this.#vocabulary = vocabulary;
  }

  /**
   * Begins to load the reader, behind the encoder, and does not wait until it is loaded.
   * @param folder the one that the host was made with
   * @throws DeclarationChatError `model-unavailable`
   */
  static async open(host: ModelHost, folder: string): Promise<HostedReader> {
    const { languages } = await readReaderSettings(folder);
    // Whoever has something read is told.
    host.run({ kind: 'load-reader' }, 'question').catch(() => undefined);
    return new HostedReader(host, languages, await Vocabulary.read(folder));
  }

  reads(language: string): boolean {
    return this.#languages.includes(language);
  }

  isWord(word: string): boolean {
    return this.#vocabulary.isWord(word);
  }

  read(question: string, passages: readonly (readonly string[])[]): Promise<PassageReading[]> {
    return this.#host.run({ kind: 'read', question, passages }, 'question');
  }

  weigh(claim: string, cited: readonly (readonly string[])[]): Promise<number[]> {
    return this.#host.run({ kind: 'weigh', claim, cited }, 'question');
  }
}
