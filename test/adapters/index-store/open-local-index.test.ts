import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSearchIndex } from '../../../evaluation/memory-index.js';
import { allParagraphs } from '../../../evaluation/whole-index.js';
import { ExactVectorStore } from '../../../src/adapters/index-store/exact-vector-store.js';
import { isHnswAvailable } from '../../../src/adapters/index-store/hnsw-graph.js';
import { IndexDirectory } from '../../../src/adapters/index-store/index-directory.js';
import { toLangChainDocuments } from '../../../src/adapters/index-store/langchain-documents.js';
import { terms } from '../../../src/language/tokenize.js';
import type {
  CandidateOptions,
  SearchedFor,
  SearchIndex,
} from '../../../src/ports/search-index.js';
import type { IndexContent } from '../../../src/types.js';
import { anIndexedDocument, contentOf, randomVectors } from '../../support/indexed-documents.js';
import { openFilesIn, TELLS_OPEN_FILES } from '../../support/open-files.js';
import { RecordingEmbeddings } from '../../support/recording-embeddings.js';
import { saveIndex } from '../../support/saved-index.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const EMBEDDINGS = new RecordingEmbeddings();
const WORDS = ['river', 'lake', 'dam', 'fish', 'consent', 'free', 'boat', 'lamp', '__proto__'];
const IDS = ['a', 'b', 'c', 'd', 'constructor'];

const word = fc.constantFrom(...WORDS);
const sentence = fc
  .array(word, { minLength: 1, maxLength: 7 })
  .map((some) => `The ${some.join(' and ')} shall be.`);
const line = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));

/** Documents of some paragraphs, or none, some of which questions lead to. */
const content: fc.Arbitrary<IndexContent> = fc
  .array(
    fc.record({
      lines: fc.array(line, { maxLength: 5 }),
      language: fc.constantFrom('en', 'en-GB', 'fr'),
      questions: fc.array(sentence, { maxLength: 2 }),
      isNote: fc.boolean(),
    }),
    { minLength: 1, maxLength: IDS.length },
  )
  .map((all) =>
    contentOf(
      all.map(({ lines, language, questions, isNote }, i) => {
        const id = IDS[i] ?? '';
        const expansions = { '2': { questions, words: 'angling' } };
        const document = anIndexedDocument(id, [`Of text ${id}.`, ...lines], {
          language,
          expansions,
        });
        const paragraphs = document.paragraphs.map((paragraph, place) =>
          isNote && place === 2 ? { ...paragraph, aside: 'note' as const } : paragraph,
        );
        return { ...document, paragraphs };
      }),
    ),
  );

interface Asked {
  readonly searched: SearchedFor;
  readonly options: CandidateOptions;
}

const asked: fc.Arbitrary<Asked> = fc.record({
  searched: fc.record({
    terms: fc.array(word, { maxLength: 4 }).map((some) => terms(some.join(' '))),
    vector: fc.option(
      fc.nat().map((seed) => randomVectors({ count: 1, dimensions: 16, seed }).values),
      { nil: undefined },
    ),
  }),
  options: fc.record({
    within: fc.option(
      fc.subarray([...IDS, 'toString']).map((ids) => new Set(ids)),
      { nil: undefined },
    ),
    always: fc.array(fc.integer({ min: -1, max: 30 }), { maxLength: 3 }),
    lexical: fc.nat({ max: 8 }),
    dense: fc.nat({ max: 8 }),
  }),
});

/** The index in memory, and the one that is read from files. */
async function bothOf(
  made: IndexContent,
  hnswAvailable: () => Promise<boolean>,
): Promise<{ readonly memory: SearchIndex; readonly local: SearchIndex }> {
  const storage = new IndexDirectory(join(await temporaryFolder(), 'index'), { hnswAvailable });
  await saveIndex(storage, made, { encoder: EMBEDDINGS });
  const table = made.vectors;
  const store = new ExactVectorStore(EMBEDDINGS, { table, documents: toLangChainDocuments(made) });
  const { index: local } = await storage.open(EMBEDDINGS);
  return { memory: await createSearchIndex({ ...made, store }), local };
}

/** All that can be told of an index without a question. */
async function toldOf(index: SearchIndex): Promise<unknown> {
  const { documents, languages, paragraphCount, vocabulary, background } = index;
  const paragraphs = await allParagraphs(index);
  const all = [...new Set(paragraphs.flatMap((one) => [...one.terms])), 'unheard', 'toString'];
  return {
    ...{ documents, languages, paragraphCount, background },
    words: all.map((term) => [term, vocabulary.has(term), vocabulary.idf(term)]),
    counts: await index.wordCounts(),
    paragraphs: paragraphs.map(
      ({ number, document, paragraph, sentences, terms: own, vectors, siblings }) => ({
        ...{ number, document, paragraph, sentences, own, vectors },
        siblings: siblings.map((sibling) => sibling.number),
      }),
    ),
    byDocument: await Promise.all(
      [...IDS, 'toString'].map(async (id) =>
        (await index.paragraphsOf(id)).map(({ number }) => number),
      ),
    ),
  };
}

describe.each([
  ['found exactly', (): Promise<boolean> => Promise.resolve(false)],
  ['found by a graph', isHnswAvailable],
])('an index that is read from its files equals one in memory, %s', (_how, hnswAvailable) => {
  test('in all that it holds and finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        content,
        fc.array(asked, { minLength: 6, maxLength: 6 }),
        async (made, questions) => {
          const { memory, local } = await bothOf(made, hnswAvailable);
          expect(await toldOf(local)).toEqual(await toldOf(memory));
          for (const { searched, options } of questions) {
            expect(await local.candidates(searched, options)).toEqual(
              await memory.candidates(searched, options),
            );
            const held = { within: options.within, limit: options.lexical };
            expect(await local.holding(searched.terms, held)).toEqual(
              await memory.holding(searched.terms, held),
            );
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('an index that is open', () => {
  const RIVERS = anIndexedDocument('rivers', ['Rivers belong to all.', 'Dams need consent.']);
  const LAKES = anIndexedDocument('lakes', ['Lakes are kept clean.']);

  test('loads each paragraph once as long as it is held', async () => {
    const storage = new IndexDirectory(join(await temporaryFolder(), 'index'));
    await saveIndex(storage, contentOf([RIVERS, LAKES]), { encoder: EMBEDDINGS });
    const { index } = await storage.open(EMBEDDINGS);
    const rivers = await index.paragraphsOf('rivers');
    const [second, lakes, again] = await index.paragraphs([1, 2, 1]);
    expect([second, again]).toEqual([rivers[1], rivers[1]]);
    expect(second).toBe(rivers[1]);
    expect(again).toBe(second);
    expect(second?.siblings).toBe(rivers);
    expect(lakes?.document.id).toBe('lakes');
  });

  test.runIf(TELLS_OPEN_FILES)(
    'of few vectors reads no file of them when it is asked',
    async () => {
      const folder = join(await temporaryFolder(), 'index');
      const storage = new IndexDirectory(folder);
      await saveIndex(storage, contentOf([RIVERS, LAKES]), { encoder: EMBEDDINGS });
      const { index } = await storage.open(EMBEDDINGS);
      const vector = await EMBEDDINGS.embedQuery('Lakes are kept clean.');
      const found = await index.candidates({ terms: [], vector }, { lexical: 0, dense: 9 });
      expect(found.numbers).toHaveLength(3);
      expect(openFilesIn(folder)).toBe(0);
    },
  );

  test('reads a text of a generation that is gone from a later one', async () => {
    const folder = join(await temporaryFolder(), 'index');
    const storage = new IndexDirectory(folder);
    const made = contentOf([RIVERS]);
    const { generation } = await saveIndex(storage, made, { encoder: EMBEDDINGS });
    const { index } = await storage.open(EMBEDDINGS);
    for (let build = 0; build < 2; build += 1) {
      await saveIndex(storage, contentOf([RIVERS, LAKES]), { encoder: EMBEDDINGS });
    }
    expect(existsSync(join(folder, generation))).toBe(false);
    const [first] = await index.paragraphsOf('rivers');
    expect(first?.document).toEqual(RIVERS);
    expect(first?.vectors.passage).toEqual([made.vectors.values.slice(0, 16)]);
  });
});
