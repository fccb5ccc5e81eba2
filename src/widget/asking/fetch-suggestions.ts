import { isListOf, isObject, isText } from './read-reply.js';

/** As many as are read at a glance. */
const MAX_SUGGESTIONS = 4;

/** Questions that the server proposes to begin with; none where it cannot be asked. */
export async function fetchSuggestions(
  address: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  try {
    const response = await fetch(address, { signal });
    const body: unknown = response.ok ? await response.json() : undefined;
    return isObject(body) && isListOf(isText, body.suggestions)
      ? body.suggestions.slice(0, MAX_SUGGESTIONS)
      : [];
  } catch {
    return [];
  }
}
