import type { ClaimReader } from '../../ports/claim-reader.js';
import { ReaderModel } from './reader-model.js';

/** Reads claims with the sentences that they cite. */
export class TransformersClaimReader implements ClaimReader {
  readonly #model: ReaderModel;

  private constructor(model: ReaderModel) {
    this.#model = model;
  }

  /** @throws DeclarationChatError `model-unavailable` */
  static async load(folder: string): Promise<TransformersClaimReader> {
    return new TransformersClaimReader(await ReaderModel.load(folder));
  }

  reads(language: string): boolean {
    return this.#model.settings.languages.includes(language);
  }

  async weigh(claim: string, cited: readonly (readonly string[])[]): Promise<number[]> {
    const { channels, claimPrefix } = this.#model.settings;
    const asked = `${claimPrefix} ${claim}`;
    const logits: number[] = [];
    for (const sentences of cited) {
      const windows = await this.#model.readWindows(asked, sentences);
      logits.push(Math.max(...windows.map(({ whole }) => whole[channels.claim] ?? -Infinity)));
    }
    return logits;
  }
}
