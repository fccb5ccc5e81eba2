import type { ClaimReader } from '../../ports/claim-reader.js';
import { readReaderSettings } from '../reader/reader-settings.js';
import type { ModelHost } from './model-host.js';

/**
 * The reader of claims of a {@link ModelHost}: the same logits as in process, and nobody waits
 * meanwhile. It is loaded with the first claim.
 */
export class HostedClaimReader implements ClaimReader {
  readonly #host: ModelHost;
  readonly #languages: readonly string[];

  private constructor(host: ModelHost, languages: readonly string[]) {
    this.#host = host;
    this.#languages = languages;
  }

  /**
   * @param folder the one that the host was made with
   * @throws DeclarationChatError `model-unavailable`
   */
  static async open(host: ModelHost, folder: string): Promise<HostedClaimReader> {
    const { languages } = await readReaderSettings(folder);
    return new HostedClaimReader(host, languages);
  }

  reads(language: string): boolean {
    return this.#languages.includes(language);
  }

  weigh(claim: string, cited: readonly (readonly string[])[]): Promise<number[]> {
    return this.#host.run({ kind: 'weigh', claim, cited }, 'question');
  }
}
