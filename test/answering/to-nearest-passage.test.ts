import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { toNearestPassage } from '../../src/answering/to-nearest-passage.js';
import type { NearestPassage } from '../../src/protocol.js';
import { smallIndex, type SmallIndex } from '../support/small-index.js';

const TEXT =
  '# Water\n\n1. Dams are built. They hold\nwater. **Fish** swim.\n\n2. Nets are laid.\n';

let small: SmallIndex;
beforeAll(async () => {
  small = await smallIndex([{ id: 'dams', title: 'On dams', text: TEXT }]);
});

async function nearestTo(question: string): Promise<NearestPassage[]> {
  const { index, retriever } = small;
  const { aspects, evidence } = await retriever.retrieve(
    { messages: [{ role: 'user', content: question }] },
    { topK: 8 },
  );
  return evidence.map((found) => toNearestPassage(index, aspects[0]?.probes ?? [], found));
}

it('the words that come nearest are the nearest sentence, as it stands in the text', async () => {
  const [nearest] = await nearestTo('What holds water?');
  expect(nearest).toMatchObject({
    documentId: 'dams',
    documentTitle: 'On dams',
    paragraph: '1',
    section: ['Water'],
    quote: 'They hold\nwater.',
    start: TEXT.indexOf('They'),
    end: TEXT.indexOf(' **Fish'),
    url: '/documents/dams#p1',
  });
});

it('whatever is asked, they are a slice of the text, within their paragraph', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc
          .array(fc.constantFrom('dams', 'fish', 'water', 'nets', 'who', 'and'), { maxLength: 6 })
          .map((words) => words.join(' ')),
      ),
      async (question) => {
        for (const { quote, start, end, text } of await nearestTo(question)) {
          expect(quote).not.toBe('');
          expect(TEXT.slice(start, end)).toBe(quote);
          expect(text).toContain(quote);
        }
      },
    ),
  );
});

it('without anything that it was searched by, the first sentence stands for the paragraph', () => {
  const { index, paragraphs } = small;
  const [paragraph] = paragraphs;
  if (paragraph === undefined) throw new Error('no paragraph');
  const signals = { lexical: 0, similarity: 0, reading: 0, score: 0 };
  const { quote } = toNearestPassage(index, [], { paragraph, ...signals });
  expect(quote).toBe('Dams are built.');
});
