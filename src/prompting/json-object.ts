import { withoutThinking } from './without-thinking.js';

/** Far above what is ever asked for. */
const MAX_CHARACTERS = 20_000;

/**
 * The JSON object in what a model wrote: alone, in a code fence, or with words around it. Undefined
 * where there is none, where several stand beside each other, and beyond 20,000 characters.
 */
export function jsonObjectIn(text: string): object | undefined {
  const said = withoutThinking(text);
  const [start, end] = [said.indexOf('{'), said.lastIndexOf('}')];
  if (start < 0 || end < start || end - start > MAX_CHARACTERS) return undefined;
  try {
    return JSON.parse(said.slice(start, end + 1)) as object;
  } catch {
    return undefined;
  }
}
