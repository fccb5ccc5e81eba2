import type { Settings } from '../settings.js';
import { fetchSuggestions } from './fetch-suggestions.js';

/** Tells what a server proposes to begin with, of the documents; it is asked once for each. */
export type Propose = (
  settings: Pick<Settings, 'server' | 'documents'>,
  signal: AbortSignal,
) => Promise<readonly string[]>;

export function createProposals(): Propose {
  let asked = '';
  let questions: Promise<readonly string[]> = Promise.resolve([]);
  return ({ server = '', documents }, signal) => {
    const address = `${server}/api/suggestions?documents=${encodeURIComponent(documents.join())}`;
    if (address !== asked) {
      asked = address;
      questions = fetchSuggestions(address, signal);
    }
    return questions;
  };
}
