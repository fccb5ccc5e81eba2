import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIndex } from '../../../evaluation/build-index.js';
import { ExactVectorStore } from '../../../src/adapters/index-store/exact-vector-store.js';
import { toLangChainDocuments } from '../../../src/adapters/index-store/langchain-documents.js';
import { migrate } from '../../../src/adapters/postgres/migrate.js';
import {
  openPostgresIndex,
  servedGeneration,
} from '../../../src/adapters/postgres/open-postgres-index.js';
import { PostgresStorage } from '../../../src/adapters/postgres/postgres-storage.js';
import { readCorpusDocuments } from '../../../src/composition/read-corpus-documents.js';
import { terms } from '../../../src/language/tokenize.js';
import type { Encoder } from '../../../src/ports/encoder.js';
import type {
  CandidateOptions,
  IndexedParagraph,
  SearchIndex,
} from '../../../src/ports/search-index.js';
import { createSearchIndex } from '../../../evaluation/memory-index.js';
import { candidateRows, type CandidateRow } from '../../support/candidate-rows.js';
import { aDatabase, newDatabase, type TestDatabase } from '../../support/a-database.js';
import { anIndexedDocument, contentOf } from '../../support/indexed-documents.js';
import { RecordingEmbeddings } from '../../support/recording-embeddings.js';
import { saveIndex } from '../../support/saved-index.js';
import { BagOfWordsEmbeddings } from '../../support/small-index.js';

const CORPUS = fileURLToPath(new URL('../../../corpus', import.meta.url));
const QUESTIONS = [
  'What do the members say about terrorism?',
  'Which banks pay for infrastructure, and who decides?',
  'afghanistan',
  'Is there anything on pandemics or vaccines in the declaration?',
];
/** Sums are rounded in another order. */
const DIGITS = 5;

class BagEncoder extends BagOfWordsEmbeddings implements Encoder {
  readonly model = 'bag';
  readonly fingerprint = 'bag';
}

const encoder = new BagEncoder();
let kept: TestDatabase;
let memory: SearchIndex;
let shared: SearchIndex;

beforeAll(async () => {
  const { documents } = await readCorpusDocuments(CORPUS);
  const content = await buildIndex({ documents, embeddings: encoder });
  const store = new ExactVectorStore(encoder, {
    table: content.vectors,
    documents: toLangChainDocuments(content),
  });
  memory = await createSearchIndex({ ...content, store });
  kept = newDatabase();
  await migrate(kept.database);
  await saveIndex(new PostgresStorage(kept.database), content, { encoder });
  shared = await openPostgresIndex(kept.database, encoder);
}, 120_000);
afterAll(() => kept.remove());

async function bothFind(
  question: string,
  options: Partial<CandidateOptions> & { readonly hasVector?: boolean } = {},
): Promise<[CandidateRow[], CandidateRow[]]> {
  const { hasVector = true, ...more } = options;
  const vector = hasVector ? Float32Array.from(await encoder.embedQuery(question)) : undefined;
  const searched = { terms: terms(question), vector };
  const limits = { lexical: 300, dense: 200, ...more };
  const [expected = [], actual = []] = await Promise.all(
    [memory, shared].map(async (one) => candidateRows(one, await one.candidates(searched, limits))),
  );
  return [expected, actual];
}

/** The same but for rounding: a database adds in another order. */
function nearly({ bm25, cosines, ...candidate }: CandidateRow): unknown {
  const about = (value: number): unknown => expect.closeTo(value, DIGITS);
  return {
    ...candidate,
    bm25: about(bm25),
    cosines: Object.fromEntries(
      Object.entries(cosines).map(([kind, cosine]) => [kind, about(cosine)]),
    ),
  };
}

function known(paragraph: IndexedParagraph): Record<keyof IndexedParagraph, unknown> {
  const { number, document, sentences, vectors, terms: found, siblings } = paragraph;
  return {
    ...{ number, document, sentences, vectors, terms: found },
    paragraph: paragraph.paragraph,
    siblings: siblings.length,
  };
}

/** Of equally near ones another may be taken, and the graph may miss one. */
function expectSame(actual: readonly CandidateRow[], expected: readonly CandidateRow[]): void {
  const found = new Map(actual.map((candidate) => [candidate.number, candidate]));
  const both = expected.filter(({ number }) => found.has(number));
  expect(both.length).toBeGreaterThanOrEqual(0.9 * expected.length);
  expect(both.map(({ number }) => found.get(number))).toEqual(both.map(nearly));
}

describe('as in an index in memory', () => {
  test('documents, languages and words are listed and counted', async () => {
    expect(shared.documents).toEqual(memory.documents);
    expect(shared.languages).toEqual(memory.languages);
    expect(shared.paragraphCount).toBe(memory.paragraphCount);
    const words = [...(await memory.wordCounts())].sort();
    expect(words.length).toBeGreaterThan(1_000);
    expect([...(await shared.wordCounts())].sort()).toEqual(words);
    for (const term of [...words.flatMap(([word]) => terms(word)), 'zzz']) {
      expect(shared.vocabulary.has(term)).toBe(memory.vocabulary.has(term));
      expect(shared.vocabulary.idf(term)).toBe(memory.vocabulary.idf(term));
    }
  });

  test('what vectors are compared among is the same', () => {
    expect(memory.background.question).toHaveLength(500);
    expect(memory.background.sentence.length).toBeGreaterThan(200);
    expect(shared.background).toEqual(memory.background);
  });

  test.each(QUESTIONS)('paragraphs that words lead to have the same signals: %s', async (asked) => {
    const [expected, actual] = await bothFind(asked, { hasVector: false });
    expect(expected.length).toBeGreaterThan(0);
    expect(actual).toEqual(expected.map(nearly));
  });

  test.each(QUESTIONS)('and those that vectors lead to: %s', async (asked) => {
    const [expected, actual] = await bothFind(asked);
    expectSame(actual, expected);
  });

  test('a few are the best few', async () => {
    const [expected, actual] = await bothFind(QUESTIONS[0] ?? '', { lexical: 5, hasVector: false });
    expect(expected).toHaveLength(5);
    expect(actual).toEqual(expected.map(nearly));
  });

  test('within some documents, and with what is wanted in any case', async () => {
    const [first] = shared.documents;
    const within = new Set([first?.id ?? '', 'no-such-text']);
    const always = [3, (first?.paragraphCount ?? 0) + 1, 1_000_000];
    for (const hasVector of [true, false]) {
      const options = { within, always, hasVector, lexical: 20, dense: 20 };
      const [expected, actual] = await bothFind('afghanistan', options);
      expect(actual.map(({ number }) => number)).toContain(3);
      expect(new Set(actual.map(({ documentId }) => documentId))).toEqual(new Set([first?.id]));
      expectSame(actual, expected);
    }
  });

  test('nothing is found for nothing', async () => {
    expect(await bothFind('', { hasVector: false })).toEqual([[], []]);
    expect(await bothFind('afghanistan', { within: new Set() })).toEqual([[], []]);
  });

  test('paragraphs have their words, their vectors and their document', async () => {
    const numbers = [7, 0, memory.paragraphCount - 1, memory.paragraphCount, 7];
    const [expected, actual] = await Promise.all([
      memory.paragraphs(numbers),
      shared.paragraphs(numbers),
    ]);
    expect(actual).toHaveLength(4);
    expect(actual.map(known)).toEqual(expected.map(known));
    expect(actual[0]?.siblings).toContain(actual[0]);
    expect(actual[0]).toBe(actual[3]);
    expect(await shared.paragraphsOf(actual[0]?.document.id ?? '')).toBe(actual[0]?.siblings);
    expect(await shared.paragraphsOf('no-such-text')).toEqual([]);
  });

  test('paragraphs that have all of some terms are the same, in order', async () => {
    for (const words of ['security', 'fight against terrorism', 'terrorism zzz', '']) {
      for (const within of [undefined, new Set([memory.documents[1]?.id ?? ''])]) {
        const options = { within, limit: 7 };
        expect(await shared.holding(terms(words), options)).toEqual(
          await memory.holding(terms(words), options),
        );
      }
    }
  });
});

describe('a generation', () => {
  const EMBEDDINGS = new RecordingEmbeddings();
  const RIVERS = anIndexedDocument('rivers', ['Rivers belong to all.']);
  const LAKES = anIndexedDocument('lakes', ['Lakes are kept clean.']);

  test('that is served is searched on while others come, and says so where it is gone', async () => {
    const { database } = aDatabase();
    await migrate(database);
    const storage = new PostgresStorage(database, { readableForMs: 0 });
    expect(await servedGeneration(database)).toBeUndefined();
    await expect(openPostgresIndex(database, EMBEDDINGS)).rejects.toMatchObject({
      code: 'index-missing',
    });
    const { generation } = await saveIndex(storage, contentOf([RIVERS]), { encoder: EMBEDDINGS });
    expect((await servedGeneration(database))?.name).toBe(generation);
    const index = await openPostgresIndex(database, EMBEDDINGS);
    const vector = Float32Array.from(await EMBEDDINGS.embedQuery('lakes'));
    const find = async (): Promise<string[]> => {
      const found = await index.candidates(
        { terms: terms('lakes'), vector },
        { lexical: 9, dense: 9 },
      );
      return candidateRows(index, found).map(({ documentId }) => documentId);
    };
    await saveIndex(storage, contentOf([LAKES]), { encoder: EMBEDDINGS });
    expect(await find()).toEqual(['rivers']);
    await saveIndex(storage, contentOf([LAKES]), { encoder: EMBEDDINGS });
    await expect(find()).rejects.toMatchObject({ code: 'database-unavailable' });
    await expect(index.paragraphsOf('rivers')).rejects.toMatchObject({
      code: 'database-unavailable',
    });
  });

  test('of another model is not opened', async () => {
    const { database } = aDatabase();
    await migrate(database);
    const storage = new PostgresStorage(database);
    await saveIndex(storage, contentOf([RIVERS]), { encoder: EMBEDDINGS });
    const other = new RecordingEmbeddings({ model: 'other' });
    await expect(openPostgresIndex(database, other)).rejects.toMatchObject({
      code: 'index-mismatch',
    });
  });
});
