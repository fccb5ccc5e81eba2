// Retrieval and whole answers beside peers, speed and quality: node --import tsx bench/peers.ts
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openAnswering } from '../src/composition/open-answering.js';
import { openModels } from '../src/composition/open-models.js';
import { readCorpusDocuments } from '../src/composition/read-corpus-documents.js';
import { PROMPTS_DIR } from '../src/composition/shipped-files.js';
import { createDeclarationChain } from '../src/package/chat-entry.js';
import { openRetriever } from '../src/package/retriever-entry.js';
import { alternate, type Contender } from './alternate.js';
import { readAnswerable } from './judged.js';
import { describeMachine } from './machine.js';
import { openLangChainPipeline } from './peers/langchain-pipeline.js';
import { openLangChainStore } from './peers/langchain-store.js';
import { openLlamaIndex } from './peers/llama-index.js';
import { PeerMissingError } from './peers/load-peer.js';
import { openMiniSearch } from './peers/mini-search.js';
import { openOrama } from './peers/orama.js';
import type { OpenSearch, PassageInput } from './peers/passage-search.js';
import { openRawHnswlib } from './peers/raw-hnswlib.js';
import { measureQuality, type Quality, type Retrieve } from './quality.js';
import { RememberingEncoder } from './remembering-encoder.js';
import { saveResults } from './save-results.js';

const CORPUS = fileURLToPath(new URL('../corpus/', import.meta.url));
const RETRIEVAL_ROUNDS = 5;
const ANSWER_ROUNDS = 3;
/** Of the judged questions, in a round of whole answers. */
const ANSWERED_EVERY = 4;

type Retriever = Contender & { readonly ask: Retrieve };

const [load = NaN] = loadavg();
const index = await mkdtemp(join(tmpdir(), 'declaration-chat-bench-'));
const models = await openModels();
const skipped: string[] = [];
try {
  const questions = await readAnswerable();
  const embeddings = new RememberingEncoder(models.encoder);
  const { retrievers, answerers } = await openAll(embeddings);
  const quality: Record<string, Quality> = {};
  for (const { name, ask } of retrievers) quality[name] = await measureQuality(ask, questions);
  console.log(
    `Quality: ${questions.length} judged questions that the texts answer, each by itself`,
  );
  console.table(quality);
  const texts = questions.map(({ question }) => question);
  const retrieval = await alternate(retrievers, texts, { rounds: RETRIEVAL_ROUNDS });
  console.log('Retrieval of ten, embedding apart');
  console.table(retrieval);
  const some = texts.filter((_, i) => i % ANSWERED_EVERY === 0);
  const answers = await alternate(answerers, some, { rounds: ANSWER_ROUNDS });
  console.log('Whole answers, embedding included');
  console.table(answers);
  for (const line of skipped) console.log(`Skipped: ${line}`);
  const machine = { ...describeMachine(), load };
  await saveResults('peers', { machine, quality, retrieval, answers, skipped });
} finally {
  models.close();
  await rm(index, { recursive: true, force: true });
}
process.exit();

async function openAll(embeddings: RememberingEncoder): Promise<{
  readonly retrievers: readonly Retriever[];
  readonly answerers: readonly Contender[];
}> {
  const contents = (found: readonly { readonly pageContent: string }[]): string[] =>
    found.map(({ pageContent }) => pageContent);
  const retriever = await openRetriever({ corpus: CORPUS, index, embeddings });
  const unread = await openAnswering({
    indexDir: index,
    encoder: embeddings,
    promptsDir: PROMPTS_DIR,
    log: console,
  });
  const chat = await createDeclarationChain({ corpus: CORPUS, index });
  const retrievers: Retriever[] = [
    { name: 'declaration-chat', ask: async (text) => contents(await retriever.invoke(text)) },
    {
      name: 'declaration-chat without its reader',
      ask: async (text) => contents(await unread.retriever.invoke(text)),
    },
  ];
  const answerers: Contender[] = [
    { name: 'declaration-chat', ask: (question) => chat.invoke(question) },
  ];
  const { documents } = await readCorpusDocuments(CORPUS);
  const texts = documents.map(({ text }) => text);
  const pipelines = [
    { name: 'LangChain.js pipeline', open: openLangChainPipeline },
    { name: 'LlamaIndexTS', open: openLlamaIndex },
  ];
  for (const { name, open } of pipelines) {
    await unlessMissing(async () => {
      const { retrieve } = await open({ texts, embeddings });
      retrievers.push({ name, ask: retrieve });
      const { answer } = await open({ texts, embeddings: models.encoder });
      answerers.push({ name, ask: answer });
    });
  }
  retrievers.push(...(await openEngines(embeddings, documents)));
  return { retrievers, answerers };
}

/** Engines that are given our paragraphs, ready cut and embedded. */
async function openEngines(
  embeddings: RememberingEncoder,
  documents: readonly { readonly paragraphs: readonly { readonly text: string }[] }[],
): Promise<Retriever[]> {
  const texts = documents.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  const vectors = await embeddings.embedDocuments(texts);
  const passages = texts.map((text, i): PassageInput => ({ text, vector: vectors[i] ?? [] }));
  const engines: readonly (readonly [string, OpenSearch])[] = [
    ['Orama hybrid, our paragraphs', openOrama],
    ['MiniSearch, our paragraphs', openMiniSearch],
    ['LangChain HNSWLib, our paragraphs', openLangChainStore],
    ['hnswlib-node, our paragraphs', openRawHnswlib],
  ];
  const opened: Retriever[] = [];
  for (const [name, open] of engines) {
    await unlessMissing(async () => {
      const search = await open(passages);
      const ask: Retrieve = async (text) => {
        const found = await search({ text, vector: await embeddings.embedQuery(text) });
        return found.map((number) => texts[number] ?? '');
      };
      opened.push({ name, ask });
    });
  }
  return opened;
}

async function unlessMissing(open: () => Promise<void>): Promise<void> {
  try {
    await open();
  } catch (error) {
    if (!(error instanceof PeerMissingError)) throw error;
    skipped.push(error.message);
  }
}
