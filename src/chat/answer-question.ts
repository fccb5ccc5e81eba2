import { randomUUID } from 'node:crypto';
import type { PickedExcerpts } from '../answering/quoting/pick-excerpts.js';
import { nextTurn } from '../concurrency/next-turn.js';
import { traceSentences } from '../answering/quoting/trace-sentences.js';
import { toScoredPassage } from '../answering/to-scored-passage.js';
import { toNearestPassage } from '../answering/to-nearest-passage.js';
import { MAX_EVIDENCE_PARAGRAPHS } from '../generative/settings.js';
import type { ChatEvent, NearestPassage } from '../protocol.js';
import type { Retrieval } from '../retrieval/retriever.js';
import type { SearchIndex } from '../ports/search-index.js';
import { traceOf } from '../retrieval/trace-of.js';
import type { Inquiry } from '../types.js';
import type { AnswerDependencies } from './answer-dependencies.js';
import { isWorthReading } from './worth-reading.js';
import { verdictReason, type AnswerTrace, type Verdict } from './answer-trace.js';
import { logRefusal } from './log-refusal.js';
import { pickAnswer } from './pick-answer.js';
import { answerRemark } from './remarks/answer-remark.js';
import { sayAnswer } from './say-answer.js';
import { sidesOf } from './sides-of.js';
import { silentTexts } from './silent-texts.js';
import { noticeOf } from './notice-of.js';
import { suggestFollowUps, type Conversation } from './suggestions/follow-ups.js';
import { wordAbstention } from './word-abstention.js';

/**
 * Paragraphs that the stream announces, and that abstention knows of. From the trials of retrieval:
 * give a reader 6 to 8 paragraphs, not 5.
 */
const TOP_K = 8;
/** Paragraphs that an abstention shows; read at a glance. By hand. */
const NEAREST = 3;

export interface AnswerOptions {
  readonly signal: AbortSignal;
  /** Is told how the reply came about, just before it leaves; not of one to the service itself. */
  readonly onTrace?: ((trace: AnswerTrace) => void) | undefined;
  /** Is told what the reply says in the end, in the same cases. */
  readonly onVerdict?: ((verdict: Verdict) => void) | undefined;
}

/**
 * Answers in a chat model's words where there is one and the texts bear them out, else with the
 * texts' own sentences, or says that they do not answer. What is said to the service itself, it
 * answers itself.
 */
export async function* answerQuestion(
  dependencies: AnswerDependencies,
  inquiry: Inquiry,
  options: AnswerOptions,
): AsyncGenerator<ChatEvent> {
  const { signal } = options;
  const remark = await dependencies.readRemark?.(inquiry.messages.at(-1)?.content ?? '');
  signal.throwIfAborted();
  yield* remark === undefined
    ? answerFromTexts(dependencies, inquiry, options)
    : answerRemark(dependencies, inquiry, { remark, signal });
}

async function* answerFromTexts(
  dependencies: AnswerDependencies,
  inquiry: Inquiry,
  { signal, onTrace, onVerdict }: AnswerOptions,
): AsyncGenerator<ChatEvent> {
  const { index, retriever, log } = dependencies;
  const topK = dependencies.generate === undefined ? TOP_K : MAX_EVIDENCE_PARAGRAPHS;
  const retrieved = await retriever.retrieve(inquiry, { topK, signal });
  const retrieval = { ...retrieved, evidence: retrieved.evidence.slice(0, TOP_K) };
  const { question, query } = retrieval;
  yield { type: 'passages', query, passages: retrieval.evidence.map(toScoredPassage) };
  const found = await pickAnswer(dependencies, inquiry, retrieval);
  const { picked, decision, ofWhole } = found;
  signal.throwIfAborted();
  const { excerpts } = picked;
  const generate = ofWhole || !isWorthReading(decision) ? undefined : dependencies.generate;
  const { answerable } = decision;
  const request = { inquiry, retrieval: retrieved, excerpts, answerable, signal };
  const said = yield* sayAnswer({ index, generate }, request);
  const { answer, citations, refusal, ...how } = said;
  const answered = citations.length > 0;
  const reason = verdictReason(decision, said);
  const verdict: Verdict = { answered, reason, citations: citations.length, ...how };
  if (log !== undefined && !answered) logRefusal(log, { question, decision, verdict });
  onVerdict?.(verdict);
  onTrace?.(toTrace({ retrieval, picked, decision, verdict }));
  await nextTurn();
  const nearest = answered ? [] : nearestPassages(index, retrieval);
  const shown = answered ? citations : nearest;
  const suggestions = await followUps(dependencies, { inquiry, question, shown });
  const unanswered = answered ? found.unanswered : [];
  const notice = noticeOf(index, { inquiry, retrieval, excerpts, said, unanswered });
  const base = {
    id: randomUUID(),
    query,
    ...how,
    ...(notice === undefined ? {} : { notice }),
    ...(suggestions.length === 0 ? {} : { suggestions }),
  };
  if (answered) {
    const sides = sidesOf(index, said, silentTexts(index, { retrieval, unanswered }));
    const reply = { ...base, answer, answered, citations, ...(sides && { sides }) };
    yield { type: 'answer', reply };
    return;
  }
  const abstention =
    refusal ?? (await wordAbstention(dependencies, { inquiry, retrieval, reason, nearest }));
  yield { type: 'delta', text: abstention };
  yield {
    type: 'answer',
    reply: {
      ...base,
      answer: abstention,
      answered,
      ...(reason === 'unsure' ? { unsure: true } : {}),
      citations: [],
      nearest,
    },
  };
}

function toTrace({
  retrieval,
  picked,
  decision,
  verdict,
}: Pick<AnswerTrace, 'decision' | 'verdict'> & {
  readonly retrieval: Retrieval;
  readonly picked: PickedExcerpts;
}): AnswerTrace {
  return {
    retrieval: traceOf(retrieval.steps),
    sentences: traceSentences(picked),
    decision,
    verdict,
  };
}

function nearestPassages(index: SearchIndex, { aspects, evidence }: Retrieval): NearestPassage[] {
  const probes = aspects[0]?.probes ?? [];
  return evidence.slice(0, NEAREST).map((found) => toNearestPassage(index, probes, found));
}

function followUps(
  { index, mayOffer }: AnswerDependencies,
  {
    inquiry,
    question,
    shown,
  }: Pick<Conversation, 'shown'> & { readonly inquiry: Inquiry; readonly question: string },
): Promise<string[]> {
  const within = inquiry.documents && new Set(inquiry.documents);
  return suggestFollowUps(index, {
    shown,
    asked: [...askedIn(inquiry), question],
    within,
    mayOffer,
  });
}

/** What the visitor has asked so far, oldest first. */
function askedIn({ messages }: Inquiry): string[] {
  return messages.filter(({ role }) => role === 'user').map(({ content }) => content);
}
