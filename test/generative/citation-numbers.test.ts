import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { CitationNumbers } from '../../src/generative/citation-numbers.js';
import { numberEvidence, type NumberedSentence } from '../../src/generative/numbered-evidence.js';
import { smallIndex } from '../support/small-index.js';

let sentences: readonly NumberedSentence[];
beforeAll(async () => {
  const { paragraphs } = await smallIndex([
    {
      id: 'a',
      text: '1. One stands here. Two stands here. Three stands here.\n\n2. Four stands here.',
    },
    { id: 'b', text: '1. Five stands here. Six stands here.' },
  ]);
  sentences = numberEvidence(paragraphs, { maxTokens: 200 }).sentences;
});

const of = (...numbers: number[]): NumberedSentence[] =>
  numbers.flatMap((number) => sentences[number - 1] ?? []);

describe('the numbers of an answer', () => {
  test('are given by first use, and a sentence that is cited again keeps its number', () => {
    const numbers = new CitationNumbers();
    expect(numbers.cite(of(5))).toMatchObject({
      markers: '[1]',
      citations: [{ number: 1, documentId: 'b', quote: 'Five stands here.' }],
    });
    expect(numbers.cite(of(2))).toMatchObject({
      markers: '[2]',
      citations: [{ number: 2, quote: 'Two stands here.' }],
    });
    expect(numbers.cite(of(5))).toEqual({ markers: '[1]', citations: [] });
    expect(numbers.cite(of(2, 4, 5))).toMatchObject({
      markers: '[1][2][3]',
      citations: [{ number: 3, paragraph: '2' }],
    });
  });

  test('are one for neighbours in a paragraph that are cited together, however they are ordered', () => {
    const { markers, citations } = new CitationNumbers().cite(of(3, 1, 2, 4, 2));
    expect(markers).toBe('[1][2]');
    expect(citations.map(({ quote }) => quote)).toEqual([
      'One stands here. Two stands here. Three stands here.',
      'Four stands here.',
    ]);
  });

  test('are two for sentences with one between, also where that was cited before', () => {
    const numbers = new CitationNumbers();
    expect(numbers.cite(of(2)).markers).toBe('[1]');
    expect(numbers.cite(of(1, 3)).markers).toBe('[2][3]');
    expect(numbers.cite(of(1, 2, 3)).markers).toBe('[1][2][3]');
  });
});

test(
  'whatever is cited in whatever order: consecutive by first use, each with its ' +
    'citation before, each quote the source’s own',
  () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }), {
          maxLength: 8,
        }),
        (uses) => {
          const numbers = new CitationNumbers();
          let last = 0;
          for (const use of uses) {
            const { markers, citations } = numbers.cite(of(...use));
            for (const citation of citations) {
              expect(citation.number).toBe(++last);
              const text = sentences.find(
                ({ paragraph }) => paragraph.document.id === citation.documentId,
              )?.paragraph.document.text;
              expect(text?.slice(citation.start, citation.end)).toBe(citation.quote);
            }
            const used = [...markers.matchAll(/\[(\d+)\]/gu)].map((match) => Number(match[1]));
            expect(used.length).toBeGreaterThan(0);
            expect(used).toEqual([...new Set(used)].sort((a, b) => a - b));
            expect(used.every((number) => number <= last)).toBe(true);
          }
        },
      ),
    );
  },
);
