import { describe, expect, it } from 'vitest';
import { checkSentence } from '../../../src/generative/verification/check-sentence.js';
import {
  numberEvidence,
  type NumberedSentence,
} from '../../../src/generative/numbered-evidence.js';
import { prepareProbe } from '../../../src/retrieval/search/probe.js';
import type { SearchIndex } from '../../../src/retrieval/search/search-index.js';
import { BagOfWordsEmbeddings, smallIndex } from '../../support/small-index.js';

const TEXT = [
  '1. The Secretariat of the Lake Union (LU) is in Riverton, and its Court in Hillford. ' +
    'Three judges and 12 clerks serve the Court.',
  '2. The Union was founded on 15 June 2001 by Norland and Sudland. It is not directed ' +
    'against other states. Members oppose unilateral measures.',
  '3. The use of force is inadmissible. The harbour cost 4.5 million and opened ' +
    'in 1996. Boats called “the Silver Fleet” patrol the shore.',
].join('\n\n');

const embeddings = new BagOfWordsEmbeddings();

async function evidence(): Promise<{
  readonly index: SearchIndex;
  readonly sentences: readonly NumberedSentence[];
}> {
  const { index } = await smallIndex([
    {
      id: 'lake',
      title: 'Riverton Charter of the Lake Union',
      date: '2010-05-01',
      place: 'Riverton',
      text: TEXT,
    },
  ]);
  return { index, sentences: numberEvidence(index.paragraphs, { maxWords: 500 }).sentences };
}

/** `supported by 1,2`, or why not. */
async function verdict(claim: string, cited: readonly number[], question = ''): Promise<string> {
  const { index, sentences } = await evidence();
  const judged = checkSentence(index, {
    stated: await prepareProbe(embeddings, claim),
    cited: cited.flatMap((number) => sentences[number - 1] ?? []),
    question,
  });
  return judged.supported ? `by ${judged.by.map(({ number }) => number).join()}` : judged.reason;
}

describe('a stated sentence', () => {
  it.each([
    ['The Secretariat of the Union is in Riverton.', [1], 'by 1'],
    ['The Lake Union was founded by Norland and Sudland on June 15, 2001.', [3], 'by 3'],
    ['The LU was founded in 2001 by Norland and Sudland.', [3], 'by 3'],
    ['Twelve clerks and 3 judges serve the Court.', [2], 'by 2'],
    ['The harbour opened in 1996 and cost 4.5 million.', [7], 'by 7'],
    ['The Union is not directed against any other state.', [4], 'by 4'],
    ['Members reject unilateral measures.', [5], 'by 5'],
    ['Force must not be used: its use is inadmissible.', [6], 'by 6'],
    ['"The Silver Fleet" patrols the shore.', [8], 'by 8'],
    ['The 2010 Riverton Charter says that members oppose unilateral measures.', [5], 'by 5'],
    ['Paragraph 3 says that the use of force is inadmissible.', [6], 'by 6'],
    ['The Secretariat is in Riverton and the harbour cost 4.5 million.', [1, 7, 5], 'by 1,7'],
  ])('is borne out by what it cites: %s', async (claim, cited, expected) => {
    expect(await verdict(claim, cited)).toBe(expected);
  });

  it.each([
    ['The Secretariat of the Union is in Riverton.', [], 'uncited'],
    ['Four judges and 12 clerks serve the Court.', [2], 'number'],
    ['Three clerks and 12 judges serve the Court.', [2], 'number'],
    ['The harbour cost 45 million.', [7], 'number'],
    ['The Union was founded on 15 July 2001.', [3], 'date'],
    ['The Union was founded in 2010.', [3], 'date'],
    ['The Secretariat of the Union is in Paris.', [1], 'name'],
    ['The Secretariat of the Union is in Hillford.', [1], 'name'],
    ['Westland and Sudland founded the Union on 15 June 2001.', [3], 'name'],
    ['The Union is directed against other states.', [4], 'negation'],
    ['The Union was not founded on 15 June 2001 by Norland and Sudland.', [3], 'negation'],
    ['Members support unilateral measures.', [5], 'negation'],
    ['The use of force is admissible.', [6], 'negation'],
    ['"The Golden Fleet" patrols the shore.', [8], 'quote'],
    ['The boats "patrol the shores".', [8], 'quote'],
    ['Boats patrol the shore, see lake.example.', [8], 'quote'],
    ['The harbour is the pride of all fishermen and their families.', [7], 'words'],
    ['Boats patrol the shore, and the taxes of every village will be doubled.', [8], 'words'],
    ['Secretariat.', [1], 'words'],
    ['Riverton Charter of the Lake Union, paragraph 1.', [1], 'words'],
  ])('is refused: %s', async (claim, cited, expected) => {
    expect(await verdict(claim, cited)).toBe(expected);
  });

  it('may not take a name, a number or a date from the question', async () => {
    expect(
      await verdict(
        'Yes, the Union was founded in Paris by Norland.',
        [3],
        'Was the Union founded in Paris?',
      ),
    ).toBe('name');
    expect(
      await verdict(
        'Yes, the Union was founded by 5 states, Norland and Sudland.',
        [3],
        'Was it founded by 5 states?',
      ),
    ).toBe('number');
    expect(
      await verdict(
        'Yes, the Union was founded in 1999 by Norland.',
        [3],
        'Was it founded in 1999?',
      ),
    ).toBe('date');
  });

  it('is not borne out by numbers and names of many sentences together', async () => {
    expect(
      await verdict('The Secretariat of Norland cost 12 million.', [1, 2, 3, 4, 5, 6, 7, 8]),
    ).not.toMatch(/^by/u);
  });
});
