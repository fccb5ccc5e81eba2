import { describe, expect, it, test } from 'vitest';
import { paragraphsAt, referencesIn } from '../../../src/retrieval/query/references.js';
import type { IndexedParagraph } from '../../../src/retrieval/search/search-index.js';

describe('places that a question names', () => {
  it.each([
    ['What does paragraph 22 say?', [{ kind: 'paragraph', label: '22' }]],
    [
      'see para. 5 and § 7',
      [
        { kind: 'paragraph', label: '5' },
        { kind: 'paragraph', label: '7' },
      ],
    ],
    ['explain article 26.3', [{ kind: 'paragraph', label: '26.3' }]],
    ['Art. 2.1(a)?', [{ kind: 'paragraph', label: '2.1(a)' }]],
    ['what does section 5.9 say', [{ kind: 'section', label: '5.9' }]],
    ['par. 22', [{ kind: 'paragraph', label: '22' }]],
    [
      'paragraphs 45 to 47',
      [
        { kind: 'paragraph', label: '45' },
        { kind: 'paragraph', label: '46' },
        { kind: 'paragraph', label: '47' },
      ],
    ],
    [
      'articles 5, 7 and 9 of the treaty',
      [
        { kind: 'paragraph', label: '5' },
        { kind: 'paragraph', label: '7' },
        { kind: 'paragraph', label: '9' },
      ],
    ],
    ['paragraph 5 and what was agreed in 2021', [{ kind: 'paragraph', label: '5' }]],
    ['Chapter IX', [{ kind: 'section', label: 'IX' }]],
    ['Is this a point of order in 2021?', []],
    ['How many paragraphs are there?', []],
    ['article about trade', []],
    ['Are there any articles I should read about terrorism?', []],
    ['What part civil society plays', []],
    ['the point Xi made', []],
    ['what does chapter ix say', [{ kind: 'section', label: 'ix' }]],
    ['Article I?', [{ kind: 'paragraph', label: 'I' }]],
    ['part 1 '.repeat(500), [{ kind: 'section', label: '1' }]],
  ])('%j: %j', (question, expected) => {
    expect(referencesIn(question)).toEqual(expected);
  });
});

test('a range asks for no more than is read', () => {
  expect(referencesIn('paragraphs 1 to 99999999')).toHaveLength(10);
});

describe('a paragraph stands at', () => {
  const at = (label: string, section: string[] = []): IndexedParagraph =>
    ({ paragraph: { label, section } }) as unknown as IndexedParagraph;

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
