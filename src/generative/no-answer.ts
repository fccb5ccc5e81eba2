/**
 * What the prompt tells a model to write where the numbered sentences do not answer; no word of any
 * language.
 */
export const NO_ANSWER = 'NO_ANSWER';

const MARK = /(?<![\p{L}\p{N}_])NO_ANSWER(?![\p{L}\p{N}_])[\s.:,;–—-]*/gu;

/** A sentence without the mark, and whether it stood there, alone or with words around it. */
export function readNoAnswer(sentence: string): {
  readonly declines: boolean;
  readonly text: string;
} {
  const text = sentence.replace(MARK, '').trim();
  return { declines: text !== sentence.trim(), text };
}
