import { describe, expect, it, test } from 'vitest';
import {
  countedParagraphs,
  paragraphsAt,
} from '../../../src/retrieval/query/referenced-paragraphs.js';
import type { IndexedParagraph } from '../../../src/retrieval/search/search-index.js';

const at = (label: string, section: string[] = []): IndexedParagraph =>
  ({ paragraph: { label, section } }) as unknown as IndexedParagraph;

describe('a paragraph stands at', () => {
  it.each([
    [at('22'), 'paragraph', '22', true],
    [at('220'), 'paragraph', '22', false],
    [at('26.3'), 'paragraph', '26', true],
    [at('2.1(a)'), 'paragraph', '2.1', true],
    [at('IX.1'), 'section', 'ix', true],
    [at('40', ['5. CULTURE', '5.9. Sport']), 'section', '5.9', true],
    [at('41', ['5. CULTURE', '5.10. Regions']), 'section', '5.1', false],
    [at('41', ['5. CULTURE', '5.10. Regions']), 'section', '5', true],
    [at('1', ['CHAPTER IX: FINAL']), 'section', 'IX', true],
    [at('22', ['3. SECURITY']), 'paragraph', '3', false],
  ] as const)('%#', (...[paragraph, kind, label, expected]) => {
    expect(paragraphsAt([paragraph], [{ kind, label }]).length === 1).toBe(expected);
  });
});

test('a text without printed numbers is counted through, its sections are not', () => {
  const unnumbered = [at('p1'), at('p2'), at('p22')];
  expect(countedParagraphs(unnumbered, [{ kind: 'paragraph', label: '2' }])).toEqual([at('p2')]);
  expect(countedParagraphs(unnumbered, [{ kind: 'section', label: '2' }])).toEqual([]);
});
