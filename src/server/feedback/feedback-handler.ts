import type { RequestHandler } from 'express';
import { z } from 'zod';
import { DeclarationChatError } from '../../errors.js';
import type { Feedback } from './feedback.js';

const MAX_ID_CHARACTERS = 100;
/** What is said of a reply. */
export const verdict = z.strictObject({
  id: z.string().min(1).max(MAX_ID_CHARACTERS).describe('Of the reply.'),
  helpful: z.boolean(),
});

/** `POST /api/feedback`: what a visitor says of a reply. */
export function feedbackHandler(feedback: Pick<Feedback, 'judge'>): RequestHandler {
  return (req, res) => {
    const parsed = verdict.safeParse(req.body);
    if (!parsed.success) {
      throw new DeclarationChatError(
        'invalid-request',
        'Send the id of a reply and whether it helped: {"id":"…","helpful":true}.',
      );
    }
    feedback.judge(parsed.data.id, parsed.data);
    res.set('Cache-Control', 'no-store').status(204).end();
  };
}
