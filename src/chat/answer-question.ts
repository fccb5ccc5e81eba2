import { randomUUID } from 'node:crypto';
import type { Answer, ChatEvent, Citation, SearchReply } from '../protocol.js';
import type { DeclarationRetriever, Retrieval } from '../retrieval/retriever.js';
import type { SearchIndex } from '../retrieval/search/search-index.js';
import type { Document, Inquiry } from '../types.js';
import { showPlain } from '../documents/show-plain.js';
import { composeExtract } from '../answering/quoting/compose-extract.js';
import type { GenerateAnswer, GenerateRequest } from '../generative/generate-answer.js';
import { pickExcerpts } from '../answering/quoting/pick-excerpts.js';
import { suggestFollowUps } from './suggest-follow-ups.js';
import { toPassage } from '../answering/to-citation.js';

/** Paragraphs that the stream announces. */
const TOP_K = 8;
const NEAREST = 3;
/** Texts that an abstention names. */
const NAMED_TEXTS = 5;

export interface AnswerDependencies {
  readonly index: SearchIndex;
  readonly retriever: DeclarationRetriever;
  /**
   * Whether the texts answer the question, as far as its evidence tells; usually `isAnswerable`.
   */
  readonly decide: (index: SearchIndex, retrieval: Retrieval) => boolean;
  /** What is said where the texts do not answer. */
  readonly abstention: (documentTitles: readonly string[]) => Promise<string>;
  /**
   * What is said where no word of the question leads anywhere, as in another language; the
   * abstention where absent.
   */
  readonly nothingFound?: (
    documentTitles: readonly string[],
    languages: readonly string[],
  ) => Promise<string>;
  /** Has a chat model say the answer; the texts' own sentences where absent. */
  readonly generate?: GenerateAnswer | undefined;
}

/**
 * Answers in a chat model's words where there is one and the texts bear them out, else with the
 * texts' own sentences, or says that they do not answer.
 */
export async function* answerQuestion(
  dependencies: AnswerDependencies,
  inquiry: Inquiry,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<ChatEvent> {
  const { index, retriever, decide } = dependencies;
  const retrieval = await retriever.retrieve(inquiry, { topK: TOP_K, signal });
  yield { type: 'passages', query: retrieval.query, passages: retrieval.evidence.map(toPassage) };
  const said = decide(index, retrieval)
    ? yield* say(dependencies, { inquiry, retrieval, signal })
    : NOTHING_SAID;
  const { answer, citations, ...how } = said;
  const nearest = retrieval.evidence.slice(0, NEAREST).map(toPassage);
  const shown = citations.length > 0 ? citations : nearest;
  const suggestions = suggestFollowUps(index, {
    shown,
    asked: [
      ...inquiry.messages.filter(({ role }) => role === 'user').map(({ content }) => content),
      retrieval.question,
    ],
  });
  const base = {
    id: randomUUID(),
    query: retrieval.query,
    ...how,
    ...(suggestions.length === 0 ? {} : { suggestions }),
  };
  if (citations.length > 0) {
    yield { type: 'answer', reply: { ...base, answer, answered: true, citations } };
    return;
  }
  const abstention = await abstain(dependencies, {
    documents: searchedIn(index, inquiry),
    found: nearest.length > 0,
  });
  yield { type: 'delta', text: abstention };
  yield {
    type: 'answer',
    reply: { ...base, answer: abstention, answered: false, citations: [], nearest },
  };
}

/** What has left as `citation` and `delta` events, and how it was made. */
type Said = Pick<Answer, 'answer' | 'citations' | 'mode' | 'fallback' | 'truncated'>;

const NOTHING_SAID: Said = { answer: '', citations: [], mode: 'extractive' };

async function* say(
  { index, generate }: AnswerDependencies,
  request: GenerateRequest,
): AsyncGenerator<ChatEvent, Said> {
  if (generate === undefined) return yield* sayExtract(index, request);
  const { answer, citations, end } = yield* generate(request);
  switch (end) {
    case 'whole':
      return { answer, citations, mode: 'generative' };
    case 'truncated':
      return { answer, citations, mode: 'generative', truncated: true };
    case 'no-answer':
      // Retrieval is sure of near misses too. A model has read the sentences: where it says that
      // they do not answer, none is shown as if it did.
      return { ...NOTHING_SAID, mode: 'generative' };
    default:
      return { ...(yield* sayExtract(index, request)), fallback: end };
  }
}

function* sayExtract(
  index: SearchIndex,
  { retrieval, signal }: GenerateRequest,
): Generator<ChatEvent, Said> {
  const citations: Citation[] = [];
  let answer = '';
  for (const { citation, text } of composeExtract(index, pickExcerpts(index, retrieval.aspects))) {
    signal.throwIfAborted();
    if (citation !== undefined) {
      citations.push(citation);
      yield { type: 'citation', citation };
    }
    answer += text;
    yield { type: 'delta', text };
  }
  return { answer, citations, mode: 'extractive' };
}

function abstain(
  { abstention, nothingFound }: AnswerDependencies,
  { documents, found }: { readonly documents: readonly Document[]; readonly found: boolean },
): Promise<string> {
  const titles = namesOf(documents);
  return found || nothingFound === undefined
    ? abstention(titles)
    : nothingFound(titles, [...new Set(documents.map(({ language }) => language))]);
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

function searchedIn({ documents }: SearchIndex, inquiry: Inquiry): Document[] {
  return documents.filter(({ id }) => inquiry.documents?.includes(id) !== false);
}

/** Titles as plain text, a few of them: a number in brackets in a title is no marker. */
function namesOf(documents: readonly Document[]): string[] {
  const more = documents.length - NAMED_TEXTS;
  const named = documents.slice(0, NAMED_TEXTS).map(({ title }) => showPlain(title));
  return more > 0 ? [...named, `${more} more`] : named;
}
