import { describe, expect, it } from 'vitest';
import { doubtfulStructure } from '../../src/documents/doubtful-structure.js';
import { toDocument } from '../../src/documents/to-document.js';

function warningsOf(...lines: readonly string[]): readonly string[] {
  return doubtfulStructure(
    toDocument({
      metadata: { id: 'boats', title: 'Boats', loader: 'plain-text' },
      text: lines.join('\n\n'),
    }),
  );
}

const NUMBERED = [1, 2, 3, 4, 5].map((number) => `${number}. Boat number ${number} is free.`);

describe('what looks wrong in how a text was divided', () => {
  it('is what begins small behind no comma, not a recital', () => {
    expect(warningsOf('We, the rowers,', 'united by the river,', 'agree on all of this.')).toEqual(
      [],
    );
    expect(warningsOf('We row on the river.', 'and on the lake we agree on this.')).toEqual([
      'begin in the middle of a sentence: 1 (p2)',
    ]);
  });

  it('is what has no number among numbers, not an article of one paragraph', () => {
    const articles = [2, 3, 4].flatMap((number) => [
      `Article ${number}`,
      'Rafts are free as well.',
    ]);
    expect(warningsOf('Article 1', ...NUMBERED, ...articles)).toEqual([]);
    const bare = Array.from({ length: 4 }, () => 'Rafts are free as well.');
    expect(warningsOf('Article 1', ...NUMBERED, ...bare)).toEqual([
      'have no number, as 5 have: 4 (1.5-2, 1.5-3, 1.5-4, …)',
    ]);
  });
});
