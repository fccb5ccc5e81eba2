import type { Span } from '../types.js';

const ABBREVIATION = /(?:^|[\s("“‘[])(?:St|No|Nos|Art|Arts|e\.g|i\.e|Mr|Mrs|Ms|Dr|Prof|U\.S|para|paras|resp|vol|p|pp|cf|vs|ca|Ch|Sec|[A-Z])\.$/u;

/**
 * The sentences of a text: trimmed, in order, together covering every character that is not white space.
 * First form; spans are relative to `text`.
 */
export function splitSentences(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  const push = (end: number): void => {
    const words = text.slice(start, end);
    if (words.trim() !== '') {
      const from = start + words.length - words.trimStart().length;
      spans.push({ start: from, end: from + words.trim().length });
    }
    start = end;
  };
  for (const match of text.matchAll(/[.!?…]+["”’)\]]*(?=\s+["“‘([]*\p{Lu})/gu)) {
    const head = text.slice(start, match.index + match[0].length);
    if (ABBREVIATION.test(head) || /^\s*\d+\.$/.test(head)) continue;
    const opened = (head.match(/“/g) ?? []).length - (head.match(/”/g) ?? []).length;
    if (opened > 0 && text.indexOf('”', match.index) >= 0) continue;
    push(match.index + match[0].length);
  }
  push(text.length);
  return spans;
}
