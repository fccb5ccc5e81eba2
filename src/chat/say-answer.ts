import { composeExtract } from '../answering/quoting/compose-extract.js';
import type { Excerpt } from '../answering/quoting/excerpt.js';
import type { GenerateRequest } from '../generative/generate-answer.js';
import type { Answer, ChatEvent, Citation } from '../protocol.js';
import type { AnswerDependencies } from './answer-dependencies.js';

/** What has left as `citation` and `delta` events, and how it was made. */
export type Said = Pick<
  Answer,
  'answer' | 'citations' | 'mode' | 'fallback' | 'truncated' | 'replaced' | 'unjudged' | 'usage'
> & {
  /** Where nothing was said: a chat model's own words for that the texts do not answer. */
  readonly refusal?: string;
};

export const NOTHING_SAID: Said = { answer: '', citations: [], mode: 'extractive' };

export interface SayRequest extends GenerateRequest {
  /** What is said where no chat model has the word. */
  readonly excerpts: readonly Excerpt[];
  /** Whether the excerpts answer; where they do not, nothing but a chat model's words is said. */
  readonly answerable: boolean;
}

/** Says the answer as events: a chat model's, else the excerpts. */
export async function* sayAnswer(
  { index, generate }: Pick<AnswerDependencies, 'index' | 'generate'>,
  request: SayRequest,
): AsyncGenerator<ChatEvent, Said> {
  if (generate === undefined) return yield* sayOwn(index, request);
  const generated = yield* generate(request);
  const { answer, citations, end, replaced, unjudged, refusal, usage } = generated;
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
  { excerpts, signal }: Pick<SayRequest, 'excerpts' | 'signal'>,
): Generator<ChatEvent, Said> {
  const citations: Citation[] = [];
  let answer = '';
  for (const { citation, text } of composeExtract(index, excerpts)) {
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
