import { expect, it } from 'vitest';
import { toCitation } from '../../src/answering/to-citation.js';
import { toScoredPassage } from '../../src/answering/to-scored-passage.js';
import { smallIndex } from '../support/small-index.js';

const TEXT = '# Water\n\n1. Dams are built. They hold\nwater. Fish swim.\n';

it('a citation quotes the source’s own characters, from its first sentence to its last', async () => {
  const { paragraphs } = await smallIndex([{ id: 'dams', title: 'On dams', text: TEXT }]);
  const [paragraph] = paragraphs;
  if (paragraph === undefined) throw new Error('no paragraph');
  const citation = toCitation({ paragraph, sentences: paragraph.sentences.slice(1) }, 7);
  expect(citation).toEqual({
    number: 7,
    documentId: 'dams',
    documentTitle: 'On dams',
    paragraph: '1',
    section: ['Water'],
    text: paragraph.paragraph.text,
    quote: 'They hold\nwater. Fish swim.',
    start: TEXT.indexOf('They'),
    end: TEXT.trimEnd().length,
    url: '/documents/dams#p1',
  });
});

it('a passage tells its score with as many digits as mean something', async () => {
  const { paragraphs } = await smallIndex([{ id: 'dams', text: TEXT }]);
  const [paragraph] = paragraphs;
  if (paragraph === undefined) throw new Error('no paragraph');
  const signals = { lexical: 0, similarity: 0, reading: 0 };
  expect(toScoredPassage({ paragraph, ...signals, score: 0.123_456_7 })).toMatchObject({
    score: 0.1235,
    url: '/documents/dams#p1',
  });
});

it('both name the page of the paragraph, where there is one', async () => {
  const { paragraphs } = await smallIndex([{ id: 'dams', text: TEXT }]);
  const [found] = paragraphs;
  if (found === undefined) throw new Error('no paragraph');
  const paragraph = { ...found, paragraph: { ...found.paragraph, page: 'iv' } };
  const signals = { lexical: 0, similarity: 0, reading: 0 };
  expect(toCitation({ paragraph, sentences: found.sentences }, 1).page).toBe('iv');
  expect(toScoredPassage({ paragraph, ...signals, score: 1 }).page).toBe('iv');
});
