import { expect, test } from 'vitest';
import { rememberReadings } from '../../evaluation/remembered-readings.js';
import type { PassageReader } from '../../src/ports/passage-reader.js';

test('a passage is read once for a question, and always comes out as it was read', async () => {
  const read: (readonly string[])[] = [];
  const counting: PassageReader = {
    reads: (language) => language === 'en',
    isWord: () => false,
    read: (question, passages) => {
      read.push(...passages);
      return Promise.resolve(
        passages.map((sentences) => ({
          passage: question.length,
          sentences: sentences.map(({ length }) => length),
        })),
      );
    },
  };
  const remembered = rememberReadings(counting);
  const [long, short] = [['One sentence.', 'Two.'], ['Three.']];
  for (const passages of [[long, short], [short], [short, long], []]) {
    expect(await remembered.read('Who?', passages)).toEqual(
      passages.map((sentences) => ({
        passage: 4,
        sentences: sentences.map(({ length }) => length),
      })),
    );
  }
  expect(read).toEqual([long, short]);
  expect(await remembered.read('Whose?', [short])).toEqual([{ passage: 6, sentences: [6] }]);
  expect(read).toEqual([long, short, short]);
  expect([remembered.reads('en'), remembered.reads('xx')]).toEqual([true, false]);
});
