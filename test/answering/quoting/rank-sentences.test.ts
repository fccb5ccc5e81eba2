import { beforeAll, describe, expect, it } from 'vitest';
import type { Candidate } from '../../../src/answering/quoting/candidate.js';
import { rankSentences } from '../../../src/answering/quoting/rank-sentences.js';
import { QUOTING } from '../../../src/answering/settings.js';
import type { Aspect } from '../../../src/retrieval/aspect.js';
import { readingOf } from '../../../src/retrieval/read.js';
import { prepareProbe } from '../../../src/retrieval/search/probe.js';
import type { Evidence } from '../../../src/retrieval/search/evidence.js';
import { SENTENCE_READING_WEIGHT } from '../../../src/retrieval/settings.js';
import { NO, YES } from '../../support/fake-reader.js';
import { BagOfWordsEmbeddings, smallIndex, type SmallIndex } from '../../support/small-index.js';

const TEXT = `1. Rivers feed lakes. Whales sing. Whales sing at night. Whales sing in spring. Whales sing in autumn.

2. Rivers carry grain. Herons nest there.

3. Rivers freeze in winter.

4. Rivers flood in spring.
`;

let small: SmallIndex;
beforeAll(async () => {
  small = await smallIndex([{ id: 'd', text: TEXT }]);
});

/** Paragraphs with the scores given, and what a reader makes of their sentences. */
async function ranked(
  question: string,
  scores: readonly number[],
  read: Readonly<Record<number, readonly number[]>> = {},
): Promise<Candidate[]> {
  const { index, paragraphs } = small;
  const evidence = paragraphs.map((paragraph, i): Evidence => {
    const sentences = read[i];
    return {
      paragraph,
      lexical: 0,
      similarity: 0,
      reading: 0,
      score: scores[i] ?? 0,
      ...(sentences && { read: { passage: Math.max(...sentences), sentences } }),
    };
  });
  const aspect: Aspect = {
    probes: [{ probe: await prepareProbe(new BagOfWordsEmbeddings(), question), weight: 1 }],
    evidence,
    named: [],
    sentences: new Map(),
    ofNamed: false,
  };
  return rankSentences(index, aspect);
}

const placeOf = ({ paragraph, place }: Candidate): string =>
  `${paragraph.paragraph.label}:${place + 1}`;

describe('sentences of the best paragraphs compete', () => {
  it('by what each is by itself and a share of what its paragraph is', async () => {
    const found = await ranked('rivers', [0.5, 0.5, 0.5, 0.5], { 1: [2, NO] });
    for (const { score, ownScore, paragraphScore } of found) {
      expect(score).toBeCloseTo(QUOTING.paragraphWeight * paragraphScore + ownScore, 12);
    }
    expect(found.map(({ score }) => score)).toEqual(
      found.map(({ score }) => score).sort((a, b) => b - a),
    );
  });

  it('one of a second paragraph is quoted where it is about as good', async () => {
    const found = await ranked('rivers', [0.5, 0.45]);
    expect(found.map(placeOf).slice(0, 2)).toEqual(['1:1', '2:1']);
  });

  it('that of the better paragraph leads where they are as good by themselves', async () => {
    expect((await ranked('rivers', [0.3, 0.6])).map(placeOf)[0]).toBe('2:1');
  });

  it('what the reader finds an answer in leads, and gains no more than its weight', async () => {
    const before = await ranked('rivers', [0.5, 0.5]);
    expect(before.map(placeOf)[0]).toBe('1:1');
    const after = await ranked('rivers', [0.5, 0.5], {
      0: [NO, NO, NO, NO, NO],
      1: [YES, NO],
    });
    expect(after.map(placeOf)[0]).toBe('2:1');
    const own = (found: readonly Candidate[]): number =>
      found.find((each) => placeOf(each) === '2:1')?.ownScore ?? NaN;
    expect(own(after) - own(before)).toBeCloseTo(SENTENCE_READING_WEIGHT * readingOf(YES), 12);
  });
});

describe('no more are worth quoting', () => {
  it('than are at least a share of the best one', async () => {
    const found = await ranked('rivers', [0.5, 0.5, 0.5]);
    const [best] = found;
    for (const { score } of found) {
      expect(score).toBeGreaterThanOrEqual(QUOTING.minScoreShare * (best?.score ?? Infinity));
    }
    expect(found.map(placeOf)).not.toContain('2:2');
  });

  it('than so many, of so many paragraphs', async () => {
    const whales = await ranked('whales sing', [0.5, 0.5, 0.5, 0.5]);
    expect(whales).toHaveLength(QUOTING.maxSentences);
    const rivers = await ranked('rivers', [0.5, 0.5, 0.5, 0.5]);
    expect(rivers.map(placeOf)).not.toContain('4:1');
    expect(new Set(rivers.map(({ paragraph }) => paragraph.number)).size).toBe(
      QUOTING.maxParagraphs,
    );
  });
});
