import { describe, expect, it, test } from 'vitest';
import { referencesIn, withoutReferences } from '../../../src/retrieval/query/references.js';

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

test('the question without the places that it names', () => {
  expect(withoutReferences('What do paragraph 5 and section IX say?').split(/\s+/u)).toEqual([
    'What',
    'do',
    'and',
    'say?',
  ]);
});
