import { z } from 'zod';
import { verdict } from '../feedback/feedback-handler.js';
import { chatRequest, searchRequest } from '../inquiry-request.js';
import { citation } from '../schemas/passage-schemas.js';
import { problemDocument } from '../schemas/problem-schemas.js';
import { chatReply, searchReply, suggestionList } from '../schemas/reply-schemas.js';
import type { Operation } from './operation.js';

const delta = z.object({ text: z.string() });
const QUESTION = 'Which city hosts the Secretariat?';

export const ANSWER_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/chat',
    tag: 'Answers',
    id: 'ask',
    summary: 'Answer a question with numbered citations',
    description:
      'Every marker has its citation and every citation its marker; every sentence that states ' +
      'something carries a marker; every quote is the source’s own text at its offsets.\n\n' +
      'With `"stream": true` or `Accept: text/event-stream`, server-sent events: `passages` ' +
      '(a SearchReply), then any mix of `citation` (a Citation, before the first delta that uses ' +
      'its number) and `delta` (`{"text": …}`), then one `answer` (a ChatReply, whose `answer` is ' +
      'all deltas) or `error` (a Problem). Lines `: ping` keep it alive.',
    request: { schema: chatRequest, example: { question: QUESTION } },
    reply: { 'application/json': chatReply },
    eventData: z.union([searchReply, citation, delta, chatReply, problemDocument]),
  },
  {
    method: 'post',
    path: '/api/search',
    tag: 'Answers',
    id: 'search',
    summary: 'Find the paragraphs that bear on a question',
    request: { schema: searchRequest, example: { question: QUESTION, topK: 5 } },
    reply: { 'application/json': searchReply },
  },
  {
    method: 'get',
    path: '/api/suggestions',
    tag: 'Answers',
    id: 'suggestions',
    summary: 'Questions to begin with',
    parameters: [
      {
        name: 'documents',
        in: 'query',
        description: 'Ids of the documents that they should be about, with commas between.',
        example: '',
      },
    ],
    reply: { 'application/json': suggestionList },
  },
];

/** Only where what visitors say is kept. */
export const FEEDBACK_OPERATION: Operation = {
  method: 'post',
  path: '/api/feedback',
  tag: 'Answers',
  id: 'feedback',
  summary: 'Say whether a reply helped, once',
  description: 'Of replies that have `"feedback": true`.',
  request: {
    schema: verdict,
    example: { id: 'b4e5f1c2-0c3a-4f0e-9d1e-3f6f2f0b8a11', helpful: true },
  },
  reply: {},
};
