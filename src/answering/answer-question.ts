import { randomUUID } from 'node:crypto';
import type { Abstention, Answer, ChatEvent, Citation, SearchReply } from '../protocol.js';
import type { DeclarationRetriever, Retrieval } from '../retrieval/retriever.js';
import type { SearchIndex } from '../retrieval/search-index.js';
import type { Document, Inquiry } from '../types.js';
import { composeExtract, showPlain } from './compose-extract.js';
import { pickExcerpts } from './pick-excerpts.js';
import { toPassage } from './wire.js';

/** Paragraphs that the stream announces. */
const TOP_K = 8;
const NEAREST = 3;
/** Texts that an abstention names. */
const NAMED_TEXTS = 5;

export interface AnswerDependencies {
  readonly index: SearchIndex;
  readonly retriever: DeclarationRetriever;
  /** Whether the texts answer the question, as far as its evidence tells; usually `isAnswerable`. */
  readonly decide: (index: SearchIndex, retrieval: Retrieval) => boolean;
  /** What is said where the texts do not answer. */
  readonly abstention: (documentTitles: readonly string[]) => Promise<string>;
}

/** Answers with the texts' own sentences, or says that they do not answer. */
export async function* answerQuestion(
  dependencies: AnswerDependencies,
  inquiry: Inquiry,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<ChatEvent> {
  const { index, retriever, decide } = dependencies;
  const retrieval = await retriever.retrieve(inquiry, { topK: TOP_K, signal });
  yield { type: 'passages', query: retrieval.query, passages: retrieval.evidence.map(toPassage) };
  const excerpts = decide(index, retrieval) ? pickExcerpts(index, retrieval.aspects) : [];
  if (excerpts.length === 0) {
    const reply = await abstain(dependencies, inquiry, retrieval);
    yield { type: 'delta', text: reply.answer };
    yield { type: 'answer', reply };
    return;
  }
  const citations: Citation[] = [];
  let answer = '';
  for (const { citation, text } of composeExtract(excerpts)) {
    signal.throwIfAborted();
    if (citation !== undefined) {
      citations.push(citation);
      yield { type: 'citation', citation };
    }
    answer += text;
    yield { type: 'delta', text };
  }
  const reply: Answer = { id: randomUUID(), answer, answered: true, mode: 'extractive', query: retrieval.query, citations };
  yield { type: 'answer', reply };
}

/** The paragraphs that bear on a question, best first. */
export async function searchParagraphs(
  retriever: DeclarationRetriever,
  inquiry: Inquiry,
  options: { readonly topK: number; readonly signal: AbortSignal },
): Promise<SearchReply> {
  const { query, evidence } = await retriever.retrieve(inquiry, options);
  return { query, passages: evidence.map(toPassage) };
}

async function abstain({ index, abstention }: AnswerDependencies, { documents }: Inquiry, { query, evidence }: Retrieval): Promise<Abstention> {
  const searched = index.documents.filter(({ id }) => documents === undefined || documents.includes(id));
  return {
    id: randomUUID(),
    answer: await abstention(namesOf(searched)),
    answered: false,
    mode: 'extractive',
    query,
    citations: [],
    nearest: evidence.slice(0, NEAREST).map(toPassage),
  };
}

/** Titles as plain text, a few of them: a number in brackets in a title is no marker. */
function namesOf(documents: readonly Document[]): string[] {
  const more = documents.length - NAMED_TEXTS;
  const named = documents.slice(0, NAMED_TEXTS).map(({ title }) => showPlain(title));
  return more > 0 ? [...named, `${more} more`] : named;
}
