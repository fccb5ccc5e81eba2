/** Names by which models, and programs around them, mark what they say to themselves. */
const THINKING: ReadonlySet<string> = new Set(
  'think thinking thought thoughts reasoning analysis reflection scratchpad'.split(' '),
);

/** Whether what has this name, in lower case, is not meant for the reader of an answer. */
export function isThinking(name: string): boolean {
  return THINKING.has(name);
}
