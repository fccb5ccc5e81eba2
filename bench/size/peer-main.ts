// Fills a peer's engine with the same paragraphs and vectors, and asks it.
import { readAnswerable } from '../judged.js';
import { openLangChainStore } from '../peers/langchain-store.js';
import { openMiniSearch } from '../peers/mini-search.js';
import { openOrama } from '../peers/orama.js';
import { TOP_K, type OpenSearch } from '../peers/passage-search.js';
import { openRawHnswlib } from '../peers/raw-hnswlib.js';
import { contend, type Engine } from './contend.js';
import { readPeerInput, type PeerInput } from './peer-input.js';
import { scriptOptions } from './scripts.js';

const PEERS = {
  orama: openOrama,
  minisearch: openMiniSearch,
  langchain: openLangChainStore,
  hnswlib: openRawHnswlib,
} satisfies Record<string, OpenSearch>;
/** Those that only look for the nearest vectors. */
const DENSE: ReadonlySet<string> = new Set<keyof typeof PEERS>(['langchain', 'hnswlib']);

export interface PeerOptions {
  readonly peer: keyof typeof PEERS;
  readonly folder: string;
  readonly every: number;
}

const { peer, folder, every } = scriptOptions() as PeerOptions;
const input = await readPeerInput(folder);
const questions = (await readAnswerable()).filter((_, i) => i % every === 0);
const vectors = input.questionVectors.filter((_, i) => i % every === 0);
await contend(questions, async (): Promise<Engine> => {
  const search = await PEERS[peer](input.passages);
  const numbers = new Map(questions.map((question, i) => [question, i]));
  const ask = (i: number): Promise<readonly number[]> =>
    search({ text: questions[i]?.question ?? '', vector: vectors[i] ?? [] });
  return {
    search: async (question) =>
      (await ask(numbers.get(question) ?? 0)).map((number) => ({
        id: String(number),
        text: input.passages[number]?.text ?? '',
      })),
    ...(DENSE.has(peer) ? { recall: () => meanRecall(input, ask) } : {}),
  };
});

async function meanRecall(
  { passages }: PeerInput,
  ask: (i: number) => Promise<readonly number[]>,
): Promise<number> {
  let kept = 0;
  for (const [i, vector] of vectors.entries()) {
    const found = new Set(await ask(i));
    const nearest = passages
      .map((passage, number) => ({ number, cosine: cosine(passage.vector, vector) }))
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, TOP_K);
    kept += nearest.filter(({ number }) => found.has(number)).length / TOP_K;
  }
  return kept / vectors.length;
}

/** Of vectors of unit length. */
function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
