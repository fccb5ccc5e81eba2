import { z } from 'zod';
import type {
  Abstention,
  Answer,
  AnswerSide,
  SearchReply,
  SuggestionList,
} from '../../protocol.js';
import { citation, nearestPassage, scoredPassage } from './passage-schemas.js';

/** What answers and abstentions have in common. */
export const replyShape = {
  id: z.string(),
  answer: z
    .string()
    .describe('Plain text; each sentence that states something carries a marker, `[1]`.'),
  mode: z
    .enum(['extractive', 'generative'])
    .describe('Whether it is the texts’ own sentences or a chat model’s, checked against them.'),
  query: z
    .string()
    .describe(
      'What was searched for: the question, made standalone where it leaned on earlier ones.',
    ),
  fallback: z
    .enum(['model-failed', 'model-unsupported'])
    .exactOptional()
    .describe('Why a chat model’s words were not used.'),
  replaced: z
    .int()
    .min(1)
    .exactOptional()
    .describe('Sentences of a chat model for which the source’s own stand, in quotation marks.'),
  omitted: z
    .int()
    .min(1)
    .exactOptional()
    .describe('Sentences of a chat model that are left out: nothing of the texts comes near them.'),
  unjudged: z
    .int()
    .min(1)
    .exactOptional()
    .describe('Sentences of a chat model of which only numbers and quotations were looked up.'),
  usage: z
    .object({
      inputTokens: z.int(),
      outputTokens: z.int(),
      estimated: z.literal(true).exactOptional(),
      cost: z
        .number()
        .min(0)
        .exactOptional()
        .describe('In the currency of the prices that the operator has set.'),
    })
    .exactOptional()
    .describe('Tokens that a chat model took.'),
  feedback: z
    .literal(true)
    .exactOptional()
    .describe('`POST /api/feedback` takes what a visitor says of it.'),
  notice: z
    .string()
    .exactOptional()
    .describe('Said beside the answer, as that the texts are in another language.'),
  suggestions: z
    .array(z.string())
    .exactOptional()
    .describe('Up to three questions to go on with, which the texts answer.'),
};
const side = z
  .object({
    documentId: z.string(),
    name: z.string().describe('What the text is called beside the others.'),
    start: z.int().min(0).describe('Its sentences are `answer.slice(start, end)`.'),
    end: z.int().min(0),
    notice: z.string().exactOptional().describe('That it says nothing.'),
  })
  .meta({ id: 'AnswerSide' }) satisfies z.ZodType<AnswerSide>;

/** What only an answer has. */
export const answerShape = {
  sides: z
    .array(side)
    .exactOptional()
    .describe('Where the answer is of several texts, what each says.'),
  truncated: z
    .literal(true)
    .exactOptional()
    .describe('The chat model broke off after its first sentences: what is there is whole.'),
};
/** What only an abstention has. */
export const abstentionShape = {
  remark: z
    .literal(true)
    .exactOptional()
    .describe('Nothing was asked of the texts: it was said to the service, such as a greeting.'),
  unsure: z
    .literal(true)
    .exactOptional()
    .describe('It is not sure that the texts do not say: what came nearest may be an answer.'),
};
export const citations = z
  .array(citation)
  .describe('By number; every marker has its citation and every citation its marker.');
export const nearest = z
  .array(nearestPassage)
  .describe('The paragraphs that came nearest, where the texts do not answer.');

const answer = z
  .object({ ...replyShape, answered: z.literal(true), citations, ...answerShape })
  .meta({ id: 'Answer' }) satisfies z.ZodType<Answer>;

const abstention = z
  .object({
    ...replyShape,
    answered: z.literal(false),
    citations: z.tuple([]).describe('Always empty.'),
    nearest,
    ...abstentionShape,
  })
  .meta({ id: 'Abstention' }) satisfies z.ZodType<Abstention>;

export const chatReply = z.union([answer, abstention]).meta({ id: 'ChatReply' });

export const searchReply = z
  .object({
    query: replyShape.query,
    passages: z.array(scoredPassage).describe('Best first, one entry a paragraph.'),
  })
  .meta({ id: 'SearchReply' }) satisfies z.ZodType<SearchReply>;

export const suggestionList = z
  .object({ suggestions: z.array(z.string()) })
  .meta({ id: 'SuggestionList' }) satisfies z.ZodType<SuggestionList>;
