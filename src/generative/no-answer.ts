import type { StatedSentence } from './reply-parser/citation-parser.js';

/**
 * What the prompt tells a model to write where the numbered sentences do not answer; no word of any
 * language.
 */
export const NO_ANSWER = 'NO_ANSWER';

/** Whether a model has said that the texts do not answer, alone or with words around it. */
export function saysNoAnswer({ text }: Pick<StatedSentence, 'text'>): boolean {
  return /(?<![\p{L}\p{N}_])NO_ANSWER(?![\p{L}\p{N}_])/u.test(text);
}
