import { z } from 'zod';

const annotation = z
  .object({
    type: z.literal('url_citation'),
    url_citation: z.object({
      start_index: z.int().min(0).describe('Of the marker, `[1]`, in `content`; UTF-16 units.'),
      end_index: z.int().min(0),
      title: z.string().describe('Title of the document, and label of the paragraph.'),
      url: z.string().describe('Permanent address of the paragraph.'),
    }),
  })
  .meta({ id: 'UrlCitation' });
const usage = z.object({
  prompt_tokens: z.int(),
  completion_tokens: z.int(),
  total_tokens: z.int(),
});
const head = { id: z.string(), created: z.int(), model: z.string() };
const finishReason = z.enum(['stop', 'length']);

export const completion = z
  .object({
    ...head,
    object: z.literal('chat.completion'),
    choices: z.array(
      z.object({
        index: z.literal(0),
        message: z.object({
          role: z.literal('assistant'),
          content: z.string(),
          refusal: z.null(),
          annotations: z.array(annotation).describe('One for each marker, in their order.'),
        }),
        logprobs: z.null(),
        finish_reason: finishReason,
      }),
    ),
    usage,
  })
  .meta({ id: 'ChatCompletion' });

export const completionChunk = z
  .object({
    ...head,
    object: z.literal('chat.completion.chunk'),
    choices: z.array(
      z.object({
        index: z.literal(0),
        delta: z.object({
          role: z.literal('assistant').optional(),
          content: z.string().optional(),
          annotations: z.array(annotation).optional(),
        }),
        logprobs: z.null(),
        finish_reason: finishReason.nullable(),
      }),
    ),
    usage: usage.optional(),
  })
  .meta({ id: 'ChatCompletionChunk' });

export const model = z
  .object({
    id: z.string(),
    object: z.literal('model'),
    created: z.int(),
    owned_by: z.string(),
  })
  .meta({ id: 'Model' });

export const modelList = z
  .object({ object: z.literal('list'), data: z.array(model) })
  .meta({ id: 'ModelList' });

export const embeddingList = z
  .object({
    object: z.literal('list'),
    data: z.array(
      z.object({
        object: z.literal('embedding'),
        index: z.int(),
        embedding: z
          .union([z.array(z.number()), z.string()])
          .describe('Of unit length; base64 of 32-bit floats, little-endian, where asked for.'),
      }),
    ),
    model: z.string(),
    usage: z.object({ prompt_tokens: z.int(), total_tokens: z.int() }),
  })
  .meta({ id: 'EmbeddingList' });
