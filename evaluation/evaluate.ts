import type { DecideAnswerable } from '../src/answering/abstention/decide-answerable.js';
import { composeExtract } from '../src/answering/quoting/compose-extract.js';
import { pickExcerpts } from '../src/answering/quoting/pick-excerpts.js';
import type { ChatEvent, ChatReply } from '../src/protocol.js';
import type { DeclarationRetriever } from '../src/retrieval/retriever.js';
import type { SearchIndex } from '../src/ports/search-index.js';
import type { Inquiry } from '../src/types.js';
import { judge } from './judge.js';
import { inquiryOf, type JudgedQuestion } from './judged-question.js';
import { SEARCH_DEPTH, type FoundParagraph, type Observation, type Outcome } from './outcome.js';
import { SourceTexts } from './source-texts.js';
import { wholeDocuments } from './whole-index.js';

/** What is evaluated: the same parts that the server answers with. */
export interface EvaluatedSystem {
  readonly index: SearchIndex;
  readonly retriever: DeclarationRetriever;
  readonly decide: DecideAnswerable;
  readonly answer: (
    inquiry: Inquiry,
    options: { readonly signal: AbortSignal },
  ) => AsyncIterable<ChatEvent>;
}

export interface EvaluateOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/**
 * Asks every question, one after the other, and judges what comes of it; in the order of the
 * questions.
 */
export async function evaluate(
  system: EvaluatedSystem,
  questions: readonly JudgedQuestion[],
  { signal, onProgress }: EvaluateOptions,
): Promise<Outcome[]> {
  const texts = new SourceTexts(await wholeDocuments(system.index));
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    outcomes.push(judge(question, await observe(system, question, signal), texts));
    onProgress?.({ done: outcomes.length, total: questions.length });
  }
  return outcomes;
}

async function observe(
  system: EvaluatedSystem,
  question: JudgedQuestion,
  signal: AbortSignal,
): Promise<Observation> {
  const { index, retriever, decide, answer } = system;
  const inquiry = inquiryOf(question);
  const started = performance.now();
  const retrieval = await retriever.retrieve(inquiry, { topK: SEARCH_DEPTH, signal });
  const searchMs = performance.now() - started;
  const { excerpts } = pickExcerpts(index, retrieval.aspects);
  return {
    found: retrieval.evidence.map(({ paragraph: { document, paragraph } }): FoundParagraph => ({
      documentId: document.id,
      paragraph: paragraph.label,
      text: paragraph.text,
    })),
    searchMs,
    confidence: (await decide(index, { retrieval, excerpts })).probability,
    unguardedAnswer: composeExtract(index, excerpts)
      .map(({ text }) => text)
      .join(''),
    reply: await replyOf(answer(inquiry, { signal })),
  };
}

async function replyOf(events: AsyncIterable<ChatEvent>): Promise<ChatReply> {
  for await (const event of events) {
    if (event.type === 'answer') return event.reply;
  }
  throw new Error('The stream of events ended without an answer.');
}
