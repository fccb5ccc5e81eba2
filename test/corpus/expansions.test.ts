import { describe, expect, it } from 'vitest';
import { readCorpusDocuments } from '../../src/composition/read-corpus-documents.js';
import { words } from '../../src/language/tokenize.js';

const { documents, skipped, notices } = await readCorpusDocuments('corpus');

describe('the questions beside the texts that ship', () => {
  it('are of the two declarations, and nothing in the folder is left out', () => {
    expect(documents.map(({ id }) => id)).toEqual(['dushanbe-2021', 'sochi-2016']);
    expect([...skipped, ...notices]).toEqual([]);
  });

  it.each(documents)(
    '$id: every paragraph has eleven or more, and none is written for a paragraph that does not exist',
    ({ paragraphs, expansions }) => {
      expect(Object.keys(expansions).sort()).toEqual(paragraphs.map(({ label }) => label).sort());
      for (const { questions } of Object.values(expansions)) {
        expect(questions.length).toBeGreaterThanOrEqual(11);
      }
    },
  );

  it.each(documents)('$id: no question stands twice', ({ expansions }) => {
    const all = Object.values(expansions).flatMap(({ questions }) =>
      questions.map((question) => words(question).join(' ')),
    );
    expect(all.filter((question, i) => all.indexOf(question) !== i)).toEqual([]);
  });

  it.each(documents)(
    '$id: each paragraph is the one its questions were written for',
    ({ paragraphs, expansions }) => {
      // Questions share words with their own paragraph far oftener than with the next one.
      const sharing = (shift: number): number =>
        paragraphs.reduce((sum, { text }, i) => {
          const own = new Set(words(text).filter((word) => word.length > 5));
          const label = paragraphs[(i + shift) % paragraphs.length]?.label ?? '';
          return (
            sum +
            (expansions[label]?.questions.filter((question) =>
              words(question).some((word) => own.has(word)),
            ).length ?? 0)
          );
        }, 0);
      expect(sharing(0)).toBeGreaterThan(1.3 * sharing(1));
    },
  );
});
