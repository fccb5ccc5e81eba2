import { boldRuns, type Run } from '../wording/bold-runs.js';
import { h } from './h.js';

export function wordsNode({ text, strong }: Run): Node {
  return strong ? h('strong', {}, text) : document.createTextNode(text);
}

/**
 * Appends words of a source, bold ones between `**`; returns whether the text ends inside bold
 * words.
 */
export function appendWords(parent: Element, text: string, strong = false): boolean {
  const parts = boldRuns(text, strong);
  parent.append(...parts.runs.map(wordsNode));
  return parts.strong;
}
