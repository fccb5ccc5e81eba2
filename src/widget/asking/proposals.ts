import { createClient } from '../../client/client.js';
import type { Settings } from '../settings.js';
import { isListOf, isText } from '../../client/is-whole.js';

/** As many as are read at a glance. */
const MAX_SUGGESTIONS = 4;

type Asked = Pick<Settings, 'server' | 'documents'>;

/** Tells what a server proposes to begin with, of the documents; it is asked once for each. */
export type Propose = (asked: Asked, signal: AbortSignal) => Promise<readonly string[]>;

export function createProposals(): Propose {
  let last = '';
  let questions: Promise<readonly string[]> = Promise.resolve([]);
  return (asked, signal) => {
    const now = [asked.server, ...asked.documents].join();
    if (now !== last) {
      last = now;
      questions = fetchSuggestions(asked, signal);
    }
    return questions;
  };
}

/** None where the server cannot be asked. */
async function fetchSuggestions(
  { server = '', documents }: Asked,
  signal: AbortSignal,
): Promise<readonly string[]> {
  try {
    const { suggestions } = await createClient({ server }).suggestions({ documents, signal });
    return isListOf(isText, suggestions) ? suggestions.slice(0, MAX_SUGGESTIONS) : [];
  } catch {
    return [];
  }
}
