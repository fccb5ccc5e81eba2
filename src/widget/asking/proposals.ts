import { fetchSuggestions } from './fetch-suggestions.js';

/** What a server proposes to begin with; it is asked once. */
export class Proposals {
  #asked: { readonly server: string; readonly questions: Promise<readonly string[]> } | undefined;

  of(server: string, signal: AbortSignal): Promise<readonly string[]> {
    if (this.#asked?.server !== server) {
      this.#asked = { server, questions: fetchSuggestions(server, signal) };
    }
    return this.#asked.questions;
  }
}
