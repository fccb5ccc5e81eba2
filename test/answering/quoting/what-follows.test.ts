import { beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../../src/answering/quoting/excerpt.js';
import { pickExcerpts } from '../../../src/answering/quoting/pick-excerpts.js';
import { withWhatFollows } from '../../../src/answering/quoting/what-follows.js';
import { QUOTING } from '../../../src/answering/settings.js';
import { smallIndex, type SmallIndex } from '../../support/small-index.js';

const LONG = Array.from({ length: QUOTING.maxShortParagraphWords }, (_, i) => `word${i}`).join(' ');
const TEXT = `1. A patrol of six vessels begins in the strait in May. Two islands command it in turn.

2. The bank finances grain. Then ${LONG}.

3. Herons nest. A member shall:
(a) feed the swans;
(b) count the boats.

4. Owls sleep at noon. Bats fly by night.

Done at Elsewhere
`;

let small: SmallIndex;
beforeAll(async () => {
  small = await smallIndex([{ id: 'pact', text: TEXT }]);
});

/** What is quoted, and why of each sentence, in the order of choice. */
async function quoted(question: string): Promise<{ texts: string[]; because: string[] }> {
  const { index, retriever } = small;
  const messages = [{ role: 'user' as const, content: question }];
  const { aspects } = await retriever.retrieve({ messages }, { topK: 8 });
  const { excerpts, chosen } = withWhatFollows(pickExcerpts(index, aspects));
  return { texts: excerpts.map(textOf), because: chosen.map((sentence) => sentence.because) };
}

describe('what follows the sentence that answers in a short paragraph', () => {
  it('is quoted with it, as one excerpt', async () => {
    expect(await quoted('Which patrol of vessels begins in the strait?')).toEqual({
      texts: [
        'A patrol of six vessels begins in the strait in May. Two islands command it in turn.',
      ],
      because: ['leads', 'follows'],
    });
  });

  it('is what stands after it: the answer comes first', async () => {
    expect((await quoted('When do bats fly?')).texts).toEqual(['Bats fly by night.']);
  });

  it('is quoted for each thing asked', async () => {
    const { texts } = await quoted('Which patrol begins in the strait, and when do owls sleep?');
    expect(texts.sort()).toEqual([
      'A patrol of six vessels begins in the strait in May. Two islands command it in turn.',
      'Owls sleep at noon. Bats fly by night.',
    ]);
  });
});

describe('nothing is added', () => {
  it('to a sentence of a longer one', async () => {
    expect(await quoted('Who finances grain?')).toEqual({
      texts: ['The bank finances grain.'],
      because: ['leads'],
    });
  });

  it('where it would announce a list that is not quoted', async () => {
    expect((await quoted('Where do herons nest?')).texts).toEqual(['Herons nest.']);
  });

  it('to a sentence that is asked for by its number', async () => {
    expect((await quoted('the first sentence of paragraph 1')).texts).toEqual([
      'A patrol of six vessels begins in the strait in May.',
    ]);
  });
});
