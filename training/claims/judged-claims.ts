import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { ExactVectorStore } from '../../src/adapters/index-store/exact-vector-store.js';
import { toLangChainDocuments } from '../../src/adapters/index-store/langchain-documents.js';
import { toDocument } from '../../src/documents/to-document.js';
import { numberEvidence, type NumberedSentence } from '../../src/generative/numbered-evidence.js';
import { createSearchIndex } from '../../evaluation/memory-index.js';
import { buildIndex } from '../../evaluation/build-index.js';
import { allParagraphs } from '../../evaluation/whole-index.js';
import { HELD_OUT } from '../answerability/judged-excerpts.js';

/** One in so many of the other excerpts is kept apart: training/claims/__main__.py. */
const KEPT_APART = 5;

export interface JudgedClaim {
  /** Of the excerpt. */
  readonly id: string;
  readonly text: string;
  readonly cited: readonly NumberedSentence[];
  readonly supported: boolean;
  /** In what way it is right or wrong. */
  readonly how: string;
}

interface WrittenClaim {
  readonly id: string;
  readonly claim: string;
  /** Places of sentences, `paragraph.sentence`. */
  readonly on: readonly string[];
  readonly supported: boolean;
  readonly how: string;
  readonly lang?: string;
}

interface WrittenExcerpt {
  readonly id: string;
  readonly paragraphs: readonly (readonly string[])[];
  readonly claims: readonly Omit<WrittenClaim, 'id'>[];
}

/** The English claims on excerpts that no model was trained on. */
export async function readJudgedClaims(folder: string): Promise<JudgedClaim[]> {
  const excerpts = linesOf<WrittenExcerpt>(
    gunzipSync(readFileSync(`${folder}/excerpts.jsonl.gz`)).toString(),
  );
  const further = linesOf<WrittenClaim>(readFileSync(`${folder}/claims.jsonl`, 'utf8'));
  const claims: JudgedClaim[] = [];
  for (const [i, excerpt] of excerpts.entries()) {
    const isHeldOut = i >= excerpts.length - HELD_OUT;
    if (!isHeldOut && Number(excerpt.id) % KEPT_APART !== 0) continue;
    // The reader that training begins with has seen the claims that stand beside other excerpts.
    const own = [
      ...(isHeldOut ? excerpt.claims.map((claim) => ({ ...claim, id: excerpt.id })) : []),
      ...further.filter(({ id }) => id === excerpt.id),
    ].filter(({ lang = 'en' }) => lang === 'en');
    claims.push(...(await placed(excerpt, own)));
  }
  return claims;
}

async function placed(
  { id, paragraphs }: WrittenExcerpt,
  claims: readonly WrittenClaim[],
): Promise<JudgedClaim[]> {
  const text = paragraphs.map((sentences) => sentences.join(' ')).join('\n\n');
  const sentences = await sentencesOf(id, text);
  const startOf = (place: string): { readonly start: number; readonly end: number } => {
    const [paragraph = 0, sentence = 0] = place.split('.').map(Number);
    const before = paragraphs.slice(0, paragraph).map((some) => `${some.join(' ')}\n\n`);
    const own = (paragraphs[paragraph] ?? []).slice(0, sentence).map((one) => `${one} `);
    const start = [...before, ...own].join('').length;
    return { start, end: start + (paragraphs[paragraph]?.[sentence] ?? '').length };
  };
  return claims.flatMap(({ claim, on, supported, how }) => {
    const spans = on.map(startOf);
    const cited = sentences.filter(({ span }) =>
      spans.some(({ start, end }) => Math.min(end, span.end) - Math.max(start, span.start) > 2),
    );
    return cited.length === 0 ? [] : [{ id, text: claim, cited, supported, how }];
  });
}

/** As the product divides a text; what is near does not matter here, so nothing is embedded. */
async function sentencesOf(id: string, text: string): Promise<readonly NumberedSentence[]> {
  const document = toDocument({ metadata: { id, title: id, language: 'en' }, text });
  const built = await buildIndex({
    documents: [{ ...document, expansions: {}, sha256: '' }],
    embeddings: NOWHERE,
  });
  const index = await createSearchIndex({
    ...built,
    store: new ExactVectorStore(NOWHERE, {
      table: built.vectors,
      documents: toLangChainDocuments(built),
    }),
  });
  return numberEvidence(await allParagraphs(index), { maxTokens: Infinity }).sentences;
}

const NOWHERE = {
  dimensions: 1,
  embedQuery: () => Promise.resolve([1]),
  embedQueries: (texts: readonly string[]) => Promise.resolve(texts.map(() => [1])),
  embedDocuments: (texts: readonly string[]) => Promise.resolve(texts.map(() => [1])),
};

function linesOf<Row>(text: string): Row[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}
