import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { ExactVectorStore } from '../../src/adapters/index-store/exact-vector-store.js';
import { toLangChainDocuments } from '../../src/adapters/index-store/langchain-documents.js';
import { readPackedVectors } from '../../src/adapters/vector-cache/packed-vectors.js';
import { CORPUS_VECTORS_FILE } from '../../src/composition/shipped-files.js';
import { checkSentence } from '../../src/generative/verification/check-sentence.js';
import {
  CitationParser,
  type StatedSentence,
} from '../../src/generative/reply-parser/citation-parser.js';
import { saysNoAnswer } from '../../src/generative/no-answer.js';
import { numberEvidence, type NumberedEvidence } from '../../src/generative/numbered-evidence.js';
import { buildIndex } from '../../evaluation/build-index.js';
import type { QuestionEncoder, VocabularyEncoder } from '../../src/ports/encoder.js';
import { prepareProbe } from '../../src/retrieval/search/probe.js';
import { createSearchIndex, type SearchIndex } from '../../src/retrieval/search/search-index.js';
import { toDocument } from '../../src/documents/to-document.js';
import { readCorpusDocuments } from '../../src/composition/read-corpus-documents.js';
import type { Document, IndexedDocument } from '../../src/types.js';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const CASES = fileURLToPath(new URL('cases.yaml', import.meta.url));
const CLAIMS = fileURLToPath(new URL('claims.yaml', import.meta.url));
/** More than any set of evidence has. */
const MAX_WORDS = 5000;

/** What a model wrote, and what is to come of it. */
export interface Case {
  readonly name: string;
  readonly kind: 'good' | 'bad' | 'malicious';
  /** Paragraphs in the order in which they are numbered: `document#label`. */
  readonly evidence: readonly string[];
  readonly question: string;
  readonly reply: string;
  /** What may leave, one sentence each: `text [1][2]`, with the evidence's own numbers. */
  readonly leaves: readonly string[];
  /** What is left out, one sentence each: `reason: text`. */
  readonly kept: readonly string[];
  /** Markers without a sentence. */
  readonly unknown: number;
}

interface CasesFile {
  /** Texts of nobody, with instructions planted in them: title and text by id. */
  readonly documents: Readonly<Record<string, { readonly title: string; readonly text: string }>>;
  readonly evidence: Readonly<Record<string, readonly string[]>>;
  readonly cases: readonly (Partial<Case> &
    Pick<Case, 'name' | 'kind' | 'reply'> & { readonly from: string })[];
}

export interface Outcome extends Pick<Case, 'leaves' | 'kept' | 'unknown'> {
  /** Time to parse and check, the model's own vectors included. */
  readonly ms: number;
  readonly sentences: number;
}

/** A faithful claim, or one that it was turned into. */
export interface Claim extends Pick<Case, 'evidence' | 'question' | 'reply'> {
  readonly kind: 'faithful' | 'turned';
}

interface ClaimRow {
  readonly paragraph: string;
  readonly cites: readonly number[];
  readonly claim: string;
  readonly turned: readonly string[];
}

export interface CaseRunner {
  readonly cases: readonly Case[];
  readonly claims: readonly Claim[];
  readonly run: (one: Pick<Case, 'evidence' | 'question' | 'reply'>) => Promise<Outcome>;
}

/**
 * Reads the cases and opens an index over the corpus and the planted texts.
 * @param embeddings the model that ships
 */
export async function openCases(embeddings: VocabularyEncoder): Promise<CaseRunner> {
  const file = parse(readFileSync(CASES, 'utf8')) as CasesFile;
  const corpus = await readCorpusDocuments(`${PROJECT}corpus`);
  const planted = Object.entries(file.documents).map(([id, { title, text }]) =>
    toDocument({ metadata: { id, title, language: 'en' }, text }),
  );
  const documents = [...corpus.documents, ...planted].map(withoutExpansions);
  const known = [await readPackedVectors(CORPUS_VECTORS_FILE, embeddings.fingerprint)];
  const built = await buildIndex({ documents, embeddings, known });
  const index = await createSearchIndex({
    ...built,
    store: new ExactVectorStore(embeddings, {
      table: built.vectors,
      documents: toLangChainDocuments(built),
    }),
  });
  const cases = file.cases.map(({ from, ...one }) => ({
    evidence: file.evidence[from] ?? [],
    question: '',
    leaves: [],
    kept: [],
    unknown: 0,
    ...one,
  }));
  return { cases, claims: readClaims(), run: (one) => runCase(one, { index, embeddings }) };
}

/** Claims are checked against the texts alone. */
function withoutExpansions(document: Document): IndexedDocument {
  return { ...document, sha256: '', expansions: {} };
}

function readClaims(): Claim[] {
  return (parse(readFileSync(CLAIMS, 'utf8')) as ClaimRow[]).flatMap(
    ({ paragraph, cites, claim, turned }) => {
      const toClaim = (kind: Claim['kind'], text: string): Claim => ({
        kind,
        evidence: [paragraph],
        question: '',
        reply: `${text} ${cites.map((number) => `[${number}]`).join('')}`,
      });
      return [toClaim('faithful', claim), ...turned.map((text) => toClaim('turned', text))];
    },
  );
}

interface Opened {
  readonly index: SearchIndex;
  readonly embeddings: QuestionEncoder;
}

async function runCase(
  one: Pick<Case, 'evidence' | 'question' | 'reply'>,
  { index, embeddings }: Opened,
): Promise<Outcome> {
  const evidence = numberEvidence(
    one.evidence.map((cite) => paragraphAt(index, cite)),
    { maxWords: MAX_WORDS },
  );
  const start = performance.now();
  const parser = new CitationParser(evidence.sentences.length);
  const stated = [...parser.push(one.reply), ...parser.end()];
  const leaves: string[] = [];
  const kept: string[] = [];
  for (const sentence of stated) {
    const judged = await judge(sentence, { index, embeddings, evidence, question: one.question });
    if (judged.leaves) leaves.push(judged.line);
    else kept.push(judged.line);
  }
  const ms = performance.now() - start;
  return {
    leaves,
    kept,
    unknown: stated.reduce((sum, { unknown }) => sum + unknown, 0),
    ms,
    sentences: stated.length,
  };
}

async function judge(
  sentence: StatedSentence,
  {
    index,
    embeddings,
    evidence,
    question,
  }: Opened & { readonly evidence: NumberedEvidence; readonly question: string },
): Promise<{ readonly leaves: boolean; readonly line: string }> {
  const { text } = sentence;
  if (saysNoAnswer(sentence)) return { leaves: false, line: `no-answer: ${text}` };
  const cited = sentence.numbers.flatMap((number) => evidence.sentences[number - 1] ?? []);
  const verdict = checkSentence(index, {
    stated: await prepareProbe(embeddings, text),
    cited,
    question,
  });
  return verdict.supported
    ? { leaves: true, line: `${text} ${verdict.by.map(({ number }) => `[${number}]`).join('')}` }
    : { leaves: false, line: `${verdict.reason}: ${text}` };
}

function paragraphAt(index: SearchIndex, cite: string): SearchIndex['paragraphs'][number] {
  const found = index.paragraphs.find(
    ({ document, paragraph }) => `${document.id}#${paragraph.label}` === cite,
  );
  if (found === undefined) throw new Error(`No paragraph ${cite}`);
  return found;
}
