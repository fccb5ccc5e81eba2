import { describe, expect, it } from 'vitest';
import { splitPassages } from '../../src/documents/split-passages.js';
import { splitSentences } from '../../src/language/sentences/split-sentences.js';

const sentence = (words: number): string => `${'Word '.repeat(words - 1)}end.`;

describe('splitPassages', () => {
  it('keeps a paragraph of usual length whole', () => {
    const text = `${sentence(60)} ${sentence(80)}`;
    expect(splitPassages(text, splitSentences(text))).toEqual([{ start: 0, end: text.length }]);
  });

  it('cuts a very long one at sentence ends, leaving nothing out', () => {
    const text = Array.from({ length: 9 }, () => sentence(100)).join(' ');
    const passages = splitPassages(text, splitSentences(text));
    expect(passages).toHaveLength(5);
    expect(passages.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(text);
    for (const { start, end } of passages) {
      expect(text.slice(start, end).endsWith('end.')).toBe(true);
    }
  });

  it('keeps a sentence longer than a passage whole', () => {
    const text = sentence(500);
    expect(splitPassages(text, splitSentences(text))).toHaveLength(1);
  });
});
