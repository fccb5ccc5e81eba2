import { describe, expect, it } from 'vitest';
import type { SearchIndex } from '../../src/ports/search-index.js';
import { load, type LoadedAspect } from '../../src/retrieval/load.js';
import type { QuestionTargets } from '../../src/retrieval/query/question-targets.js';
import type { SubQuestion } from '../../src/retrieval/query/sub-question.js';
import type { Found } from '../../src/retrieval/search/evidence.js';
import { LOADED_PARAGRAPHS, NAMED_DOCUMENT_BONUS } from '../../src/retrieval/settings.js';
import {
  aspectPlan,
  foundAt,
  paragraphNumbered,
  questionTargetsOf,
} from '../support/found-evidence.js';

/** Too many by one. */
const MANY = LOADED_PARAGRAPHS + 1;

/** So many paragraphs from a number on, each a little worse than the one before. */
const descending = (first: number, count: number): Found[] =>
  Array.from({ length: count }, (_, i) => foundAt(first + i, 0.9 - i / 1000));

/** An index that has these paragraphs, and remembers what it was asked for, call by call. */
function anIndex({ holds = () => true }: { readonly holds?: (number: number) => boolean } = {}): {
  readonly index: SearchIndex;
  readonly fetched: readonly (readonly number[])[];
} {
  const fetched: (readonly number[])[] = [];
  const index: Pick<SearchIndex, 'paragraphs'> = {
    paragraphs: (numbers) => {
      fetched.push(numbers);
      return Promise.resolve(numbers.filter(holds).map((number) => paragraphNumbered(number)));
    },
  };
  return { index: index as SearchIndex, fetched };
}

interface Loading {
  readonly loaded: readonly SubQuestion<LoadedAspect>[];
  readonly fetched: readonly (readonly number[])[];
}

async function loading(
  aspects: readonly (readonly Found[])[],
  {
    preferred,
    targets = {},
    topK = 8,
    ...which
  }: {
    readonly preferred?: string;
    readonly targets?: Partial<QuestionTargets>;
    readonly topK?: number;
    readonly holds?: (number: number) => boolean;
  } = {},
): Promise<Loading> {
  const { index, fetched } = anIndex(which);
  const loaded = await load(
    aspects.map((evidence) => ({
      whole: { plan: aspectPlan({ preferred }), results: [], evidence },
      splits: [],
    })),
    { index, targets: questionTargetsOf(targets), topK },
  );
  return { loaded, fetched };
}

const numbersOf = ({ loaded }: Loading, aspect = 0): number[] =>
  (loaded[aspect]?.whole.evidence ?? [])
    .map(({ paragraph }) => paragraph.number)
    .sort((a, b) => a - b);
const from = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => first + i);

describe('what is loaded of each thing asked', () => {
  it('is what was found, with its words and its signals, asked for at once', async () => {
    const found = { number: 4, documentId: 'pact', lexical: 0.1, similarity: 0.2, reading: 0 };
    const { loaded, fetched } = await loading([[{ ...found, score: 0.3 }], [foundAt(5, 0.5)]]);
    expect(loaded[0]?.whole.evidence).toEqual([
      { paragraph: paragraphNumbered(4), lexical: 0.1, similarity: 0.2, reading: 0, score: 0.3 },
    ]);
    expect(fetched).toEqual([[4, 5]]);
  });

  it('is the best of it, in whatever order it was found', async () => {
    const found = descending(0, MANY + 20).toReversed();
    expect(numbersOf(await loading([found]))).toEqual(from(0, LOADED_PARAGRAPHS));
  });

  it('is as much as is to be shown, where that is more', async () => {
    const topK = LOADED_PARAGRAPHS + 7;
    const found = descending(0, topK + 20);
    expect(numbersOf(await loading([found], { topK }))).toEqual(from(0, topK));
  });

  it('is the best of each: what is poor for one may be good for the other', async () => {
    const found = descending(0, 3 * LOADED_PARAGRAPHS);
    const turned = found.map((each, i) => foundAt(each.number, found.at(-1 - i)?.score ?? 0));
    const both = await loading([found, turned]);
    const numbers = [
      ...from(0, LOADED_PARAGRAPHS),
      ...from(2 * LOADED_PARAGRAPHS, LOADED_PARAGRAPHS),
    ];
    expect(numbersOf(both, 0)).toEqual(numbers);
    expect(numbersOf(both, 1)).toEqual(numbers);
    expect(both.fetched.flat()).toHaveLength(numbers.length);
  });

  it('is of every reading of it', async () => {
    const aspect = (number: number) => ({
      plan: aspectPlan(),
      results: [],
      evidence: [foundAt(number, 1)],
    });
    const [loaded] = await load(
      [{ whole: aspect(1), splits: [[aspect(2), aspect(3)]], ranksOnly: true }],
      { ...anIndex(), targets: questionTargetsOf(), topK: 8 },
    );
    const numbers = loaded?.splits[0]?.map(({ evidence }) => evidence[0]?.paragraph.number);
    expect([loaded?.ranksOnly, numbers]).toEqual([true, [2, 3]]);
  });

  it('is nothing of what the index has no longer', async () => {
    const found = [foundAt(1, 0.5), foundAt(2, 0.4)];
    expect(numbersOf(await loading([found], { holds: (number) => number !== 1 }))).toEqual([2]);
  });
});

describe('what the question asks for by name', () => {
  const WORST = MANY - 1;
  const worst = paragraphNumbered(WORST);
  const there = { kind: 'item', first: '1', last: '8', inner: false, closest: [worst] };

  it.each<[what: string, targets: Partial<QuestionTargets>]>([
    ['at a place', { named: new Set([worst]) }],
    ['at a place that an earlier question named', { leantOn: new Set([worst]) }],
    ['by a phrase in quotes', { holders: [WORST] }],
    [
      'where the closest number to it stands',
      { missing: [{ documentId: 'pact', words: '9', there }] },
    ],
  ])('%s is loaded, however poor it is', async (_what, targets) => {
    const found = descending(0, MANY);
    expect(numbersOf(await loading([found]))).not.toContain(WORST);
    const numbers = numbersOf(await loading([found], { targets }));
    expect(numbers).toEqual([...from(0, LOADED_PARAGRAPHS), WORST]);
  });
});

describe('of the document that is preferred', () => {
  const LAST = LOADED_PARAGRAPHS - 1;
  const among = (score: number): Found[] => [
    ...from(0, LOADED_PARAGRAPHS).map((number) => foundAt(number, number === LAST ? 0.5 : 0.9)),
    foundAt(MANY, score, 'charter'),
  ];

  it('one is loaded that its bonus would bring among the best', async () => {
    const found = among(0.5 - NAMED_DOCUMENT_BONUS / 2);
    expect(numbersOf(await loading([found], { preferred: 'charter' }))).toContain(MANY);
    expect(numbersOf(await loading([found], { preferred: 'charter' }))).not.toContain(LAST);
    expect(numbersOf(await loading([found]))).not.toContain(MANY);
  });

  it('none is that would stay behind them', async () => {
    const found = among(0.5 - 2 * NAMED_DOCUMENT_BONUS);
    expect(numbersOf(await loading([found], { preferred: 'charter' }))).not.toContain(MANY);
  });
});
