import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from '../../errors.js';
import type { Problem } from '../../protocol.js';

const codes = Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]];

export const problemDocument = z
  .object({
    type: z.string().describe('Leads to what the code means, `/problems#{code}`.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened, with which value, and what to do.'),
    code: z.enum(codes),
    instance: z
      .string()
      .exactOptional()
      .describe('`urn:uuid:…` of this one occurrence, also in the server’s log.'),
  })
  .meta({
    id: 'Problem',
    description: 'A problem document, RFC 9457.',
  }) satisfies z.ZodType<Problem>;

export const openAiFailure = z
  .object({
    error: z.object({
      message: z.string(),
      type: z.enum([
        'invalid_request_error',
        'authentication_error',
        'permission_error',
        'server_error',
      ]),
      param: z.null(),
      code: z.enum(codes),
    }),
  })
  .meta({ id: 'OpenAIError' });
