import type { z } from 'zod';
import { DeclarationChatError } from '../errors.js';

const MAX_ISSUES_TOLD = 3;

/**
 * What a schema makes of what was sent.
 * @throws DeclarationChatError `invalid-request`; the message names the place and what is allowed
 *   there
 */
export function parseRequest<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const told = result.error.issues
    .slice(0, MAX_ISSUES_TOLD)
    .map((issue) => `${placeOf(issue.path)}: ${issue.message}`);
  throw new DeclarationChatError('invalid-request', `${told.join('. ')}.`);
}

function placeOf(path: readonly PropertyKey[]): string {
  const place = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('');
  return place === '' ? 'the body' : place.replace(/^\./, '');
}
