import { expect } from 'vitest';
import { z } from 'zod';
import type { ChatReply } from '../../src/protocol.js';

const passage = z.strictObject({
  documentId: z.string(),
  documentTitle: z.string(),
  paragraph: z.string(),
  section: z.array(z.string()),
  text: z.string(),
  score: z.number(),
  url: z.string().startsWith('/documents/'),
});
const citation = z.strictObject({
  number: z.int().positive(),
  ...passage.omit({ score: true }).shape,
  quote: z.string().min(1),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  deciding: z
    .array(z.strictObject({ start: z.int().nonnegative(), end: z.int().positive() }))
    .min(1)
    .optional(),
});
const nearest = z.strictObject({
  ...passage.shape,
  quote: z.string().min(1),
  start: z.int().nonnegative(),
  end: z.int().positive(),
});
const side = z.strictObject({
  documentId: z.string(),
  name: z.string().min(1),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  notice: z.string().min(1).optional(),
});
const base = {
  id: z.string().min(1),
  answer: z.string().min(1),
  mode: z.enum(['extractive', 'generative']),
  query: z.string().min(1),
  fallback: z.enum(['model-failed', 'model-unsupported']).optional(),
  replaced: z.int().positive().optional(),
  omitted: z.int().positive().optional(),
  unjudged: z.int().positive().optional(),
  usage: z
    .strictObject({
      inputTokens: z.int().positive(),
      outputTokens: z.int().nonnegative(),
      estimated: z.literal(true).optional(),
      cost: z.number().nonnegative().optional(),
    })
    .optional(),
  notice: z.string().min(1).optional(),
  feedback: z.literal(true).optional(),
  suggestions: z.array(z.string().min(1)).min(1).max(3).optional(),
};
const schema = z.discriminatedUnion('answered', [
  z.strictObject({
    ...base,
    answered: z.literal(true),
    truncated: z.literal(true).optional(),
    sides: z.array(side).min(2).optional(),
    citations: z.array(citation).min(1),
  }),
  z.strictObject({
    ...base,
    answered: z.literal(false),
    unsure: z.literal(true).optional(),
    remark: z.literal(true).optional(),
    citations: z.tuple([]),
    nearest: z.array(nearest),
  }),
]);

/**
 * The reply, once it holds what the wire contract promises; `texts` are the sources by document id.
 */
export function expectReply(json: unknown, texts: Readonly<Record<string, string>>): ChatReply {
  const reply = schema.parse(json) as ChatReply;
  const markers = [...reply.answer.matchAll(/\[(\d+)\]/gu)].map(([, number]) => Number(number));
  const byFirstUse = [...new Set(markers)];
  expect(byFirstUse).toEqual(byFirstUse.map((_, i) => i + 1));
  expect(reply.citations.map(({ number }) => number)).toEqual(byFirstUse);
  const quoted = reply.answered ? reply.citations : reply.nearest;
  for (const { documentId, quote, start, end, text } of quoted) {
    expect(texts[documentId]?.slice(start, end)).toBe(quote);
    expect(texts[documentId]).toContain(text);
  }
  return reply;
}
