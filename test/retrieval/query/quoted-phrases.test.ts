import { describe, expect, it } from 'vitest';
import { holdsPhrase, quotedPhrases } from '../../../src/retrieval/query/quoted-phrases.js';
import { paragraphNumbered } from '../../support/found-evidence.js';

describe('phrases in quotes', () => {
  it.each([
    ['where is "Protect the Sea" said', ['protect the sea']],
    ['“protect the sea,” and «share water»', ['protect the sea', 'share water']],
    ['the "spirit" of it', []],
    ['"twice said" and "Twice said"', ['twice said']],
    ['it’s the parties’ sea', []],
  ])('%j: %j', (question, phrases) => {
    expect(quotedPhrases(question)).toEqual(phrases);
  });

  it('are a few at most', () => {
    const many = Array.from({ length: 100 }, (_, i) => `"phrase ${i}"`).join(' ');
    expect(quotedPhrases(many).length).toBeLessThan(10);
  });
});

it('a phrase is held word for word, whatever its case, quotes and line breaks', () => {
  const paragraph = paragraphNumbered(1, { text: 'They Protect\nthe “open” sea.' });
  expect(holdsPhrase(paragraph, 'protect the "open" sea')).toBe(true);
  expect(holdsPhrase(paragraph, 'protect the sea')).toBe(false);
});
