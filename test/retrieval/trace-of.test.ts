import { beforeAll, describe, expect, it } from 'vitest';
import type { DeclarationRetriever } from '../../src/retrieval/retriever.js';
import { traceOf } from '../../src/retrieval/trace-of.js';
import type { RetrievalTrace } from '../../src/retrieval/trace.js';
import type { ChatMessage } from '../../src/types.js';
import { SpellingCorrector } from '../../src/retrieval/query/spelling-corrector.js';
import { smallIndex } from '../support/small-index.js';
import { wordCountsOf } from '../support/word-counts.js';

const RIVER = `1. The parties protect the river and its fish.

2. The parties share water in times of drought.

3. The parties lower tariffs on grain.`;
const COAST = '1. The signatories protect the sea and its whales.\n\n2. Waste is forbidden.';

let retriever: DeclarationRetriever;
beforeAll(async () => {
  ({ retriever } = await smallIndex(
    [
      { id: 'river', place: 'Riverton', text: RIVER },
      { id: 'coast', place: 'Coastville', text: COAST },
    ],
    { spelling: new SpellingCorrector(wordCountsOf(RIVER, COAST), (word) => word === 'agreed') },
  ));
});

async function trace(
  question: string,
  { history = [], top }: { readonly history?: readonly ChatMessage[]; readonly top?: number } = {},
): Promise<RetrievalTrace> {
  const messages: ChatMessage[] = [...history, { role: 'user', content: question }];
  const { steps } = await retriever.retrieve({ messages }, { topK: 4 });
  return traceOf(steps, top === undefined ? {} : { top });
}

it('is plain data: it survives being written down', async () => {
  const found = await trace('Who protects the fish and the whales?');
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
});

it('what the query was made from', async () => {
  const history: ChatMessage[] = [
    { role: 'user', content: 'What does paragraph 3 of the Riverton text say?' },
    { role: 'assistant', content: 'Tariffs fall [1].' },
  ];
  const { plan } = await trace('And are its tarifs in "times of drought"?', { history });
  expect(plan).toEqual({
    asked: 'And are its tarifs in "times of drought"?',
    corrections: [{ typed: 'tarifs', meant: 'tariffs' }],
    question: 'And are its tariffs in "times of drought"?',
    context: {
      questions: ['What does paragraph 3 of the Riverton text say?'],
      answer: 'Tariffs fall.',
    },
    query:
      'What does paragraph 3 of the Riverton text say? And are its tariffs in "times of drought"?',
    references: [],
    named: [],
    leantOn: [{ documentId: 'river', paragraph: '3' }],
    phrases: ['times of drought'],
  });
});

it('what each search found, with every signal, best first', async () => {
  const { searches, weights } = await trace('share water', { top: 2 });
  const [only] = searches;
  expect(searches).toHaveLength(1);
  expect(only).toMatchObject({ text: 'share water', terms: ['share', 'water'], understood: true });
  expect(only?.within).toBeUndefined();
  expect(only?.best.length).toBeLessThanOrEqual(2);
  const [best] = only?.best ?? [];
  expect(best).toMatchObject({ documentId: 'river', paragraph: '2' });
  expect(best?.score).toBeCloseTo(
    weights.lexical * (best?.lexical ?? 0) +
      weights.similarity * (best?.similarity ?? 0) +
      weights.reading * (best?.reading ?? 0),
  );
});

describe('how an aspect was put together', () => {
  it('from which texts, and in which search each was looked for', async () => {
    const { subQuestions, searches } = await trace('Who protects fish near Riverton?');
    const { texts, preferred } = subQuestions[0]?.whole ?? {};
    expect(preferred).toBe('river');
    expect(texts?.map(({ role, search }) => [role, searches[search]?.text])).toEqual([
      ['own', 'Who protects fish near ?'],
      ['with-document-name', 'Who protects fish near Riverton?'],
    ]);
  });

  it('why a paragraph was moved: its score is the fused score with its bonuses', async () => {
    const { subQuestions } = await trace('What does the Riverton text say of “lower tariffs”?');
    const [best] = subQuestions[0]?.whole.best ?? [];
    expect(best).toMatchObject({ documentId: 'river', paragraph: '3' });
    expect(best?.bonuses.map(({ reason }) => reason)).toEqual(['named-document', 'quoted-phrase']);
    const gained = best?.bonuses.reduce((sum, { amount }) => sum + amount, 0) ?? 0;
    expect(best?.score).toBeCloseTo((best?.fusedScore ?? 0) + gained);
  });

  it('which paragraph stands first since it is named', async () => {
    const { subQuestions, plan } = await trace('What does paragraph 2 of the Riverton text say?');
    const [best] = subQuestions[0]?.whole.best ?? [];
    expect(plan.named).toEqual([{ documentId: 'river', paragraph: '2' }]);
    expect(best?.fixedScore).toBeGreaterThan(1);
  });
});

it('how the question was taken apart, and which reading was taken', async () => {
  const found = await trace(
    'What is agreed about tariffs on grain and about the fish in the river?',
  );
  const [only] = found.subQuestions;
  expect(only?.split).toBe(0);
  expect(only?.gains[0]).toBeGreaterThan(0);
  expect(only?.splits[0]?.map(({ texts }) => texts[0]?.text)).toEqual([
    'What is agreed about tariffs on grain',
    'about the fish in the river?',
  ]);
  const whole = await trace('Who shares water?');
  expect(whole.subQuestions.map(({ split, gains }) => [split, gains])).toEqual([[undefined, []]]);
});

it('a comparison looks in each document', async () => {
  const { searches, subQuestions } = await trace('Compare what Riverton and Coastville protect');
  expect(subQuestions).toHaveLength(2);
  expect(new Set(searches.map(({ within }) => within?.join()))).toEqual(
    new Set(['river', 'coast']),
  );
});

it('what was chosen is what was retrieved', async () => {
  const messages: ChatMessage[] = [{ role: 'user', content: 'Who protects fish?' }];
  const { evidence, steps } = await retriever.retrieve({ messages }, { topK: 2 });
  expect(traceOf(steps).chosen).toEqual(
    evidence.map(({ paragraph: { document, paragraph }, score }) => ({
      documentId: document.id,
      paragraph: paragraph.label,
      score,
    })),
  );
});
