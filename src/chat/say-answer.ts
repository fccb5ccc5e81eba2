import { composeExtract } from '../answering/quoting/compose-extract.js';
import { decidingWords } from '../answering/quoting/deciding-words.js';
import type { Excerpt } from '../answering/quoting/excerpt.js';
import type { GenerateRequest } from '../generative/generate-answer.js';
import type { Answer, AnswerSide, ChatEvent, Citation } from '../protocol.js';
import type { AnswerDependencies } from './answer-dependencies.js';

/** What has left as `citation` and `delta` events, and how it was made. */
export type Said = Pick<
  Answer,
  | 'answer'
  | 'citations'
  | 'mode'
  | 'fallback'
  | 'truncated'
  | 'replaced'
  | 'omitted'
  | 'unjudged'
  | 'usage'
  | 'sides'
> & {
  /** Where nothing was said: a chat model's own words for that the texts do not answer. */
  readonly refusal?: string;
};

export const NOTHING_SAID: Said = { answer: '', citations: [], mode: 'extractive' };

export interface SayRequest extends GenerateRequest {
  /** What is said where no chat model has the word. */
  readonly excerpts: readonly Excerpt[];
}

/** Says the answer as events: a chat model's, else the excerpts. */
export async function* sayAnswer(
  { index, generate }: Pick<AnswerDependencies, 'index' | 'generate'>,
  request: SayRequest,
): AsyncGenerator<ChatEvent, Said> {
  if (generate === undefined) return yield* sayOwn(index, request);
  const generated = yield* generate(request);
  const { answer, citations, end, replaced, omitted, unjudged, refusal, usage } = generated;
  const used = usage === undefined ? {} : { usage };
  switch (end) {
    case 'whole':
    case 'truncated':
      return {
        answer,
        citations,
        mode: 'generative',
        ...(end === 'truncated' ? { truncated: true } : {}),
        ...(replaced > 0 ? { replaced } : {}),
        ...(omitted > 0 ? { omitted } : {}),
        ...(unjudged > 0 ? { unjudged } : {}),
        ...used,
      };
    case 'no-answer':
      // Retrieval is sure of near misses too. A model has read the sentences: where it says that
      // they do not answer, none is shown as if it did.
      return { ...NOTHING_SAID, mode: 'generative', ...(refusal ? { refusal } : {}), ...used };
    default:
      return { ...(yield* sayOwn(index, request)), fallback: end, ...used };
  }
}

function* sayOwn(
  index: AnswerDependencies['index'],
  request: SayRequest,
): Generator<ChatEvent, Said> {
  return request.answerable ? yield* sayExtract(index, request) : NOTHING_SAID;
}

/** Says the texts' own sentences as events. */
export function* sayExtract(
  index: AnswerDependencies['index'],
  {
    excerpts,
    retrieval,
    signal,
  }: Pick<SayRequest, 'excerpts' | 'signal'> & Partial<Pick<SayRequest, 'retrieval'>>,
): Generator<ChatEvent, Said> {
  const citations: Citation[] = [];
  const sides: AnswerSide[] = [];
  let answer = '';
  for (const { citation: plain, text, opens } of composeExtract(index, excerpts)) {
    signal.throwIfAborted();
    if (plain !== undefined) {
      const citation = withDeciding(index, plain, retrieval?.question);
      citations.push(citation);
      yield { type: 'citation', citation };
    }
    if (opens !== undefined) {
      const { documentId, name, wordsAt } = opens;
      endLast(sides, answer.length);
      sides.push({ documentId, name, start: answer.length + wordsAt, end: 0 });
    }
    answer += text;
    yield { type: 'delta', text };
  }
  endLast(sides, answer.length);
  // A text that has the word twice is no side of its own.
  const areApart = new Set(sides.map(({ documentId }) => documentId)).size === sides.length;
  return {
    answer,
    citations,
    mode: 'extractive',
    ...(sides.length > 1 && areApart ? { sides } : {}),
  };
}

function endLast(sides: AnswerSide[], end: number): void {
  const last = sides.pop();
  if (last !== undefined) sides.push({ ...last, end });
}

function withDeciding(
  { documents }: AnswerDependencies['index'],
  citation: Citation,
  question: string | undefined,
): Citation {
  const { documentId, quote, start } = citation;
  const language = documents.find(({ id }) => id === documentId)?.language;
  if (question === undefined || language === undefined) return citation;
  const deciding = decidingWords(quote, { question, language }).map((span) => ({
    start: start + span.start,
    end: start + span.end,
  }));
  return deciding.length === 0 ? citation : { ...citation, deciding };
}
