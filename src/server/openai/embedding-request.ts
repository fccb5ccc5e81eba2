import { z } from 'zod';
import { parseRequest } from '../parse-request.js';

/** Each takes some 20 ms. */
export const MAX_INPUTS = 256;
/** A page of small print; what a model reads at once is shorter, and is read in windows. */
const MAX_CHARACTERS = 20_000;

const expectedInputs =
  `expected a string or a list of 1 to ${MAX_INPUTS} strings; lists of tokens are of another ` +
  'model’s vocabulary, send the text';
const text = z
  .string()
  .min(1, 'expected at least one character')
  .max(MAX_CHARACTERS, `expected at most ${MAX_CHARACTERS} characters`)
  .refine(
    (words) => words.isWellFormed(),
    'expected well-formed Unicode, but it holds half of a surrogate pair',
  );

export const embeddingRequest = z
  .looseObject(
    {
      model: z.string('expected a string').optional(),
      input: z
        .union(
          [text, z.array(text).min(1, expectedInputs).max(MAX_INPUTS, expectedInputs)],
          expectedInputs,
        )
        .describe(`A text, or 1 to ${MAX_INPUTS} of them.`),
      encoding_format: z
        .enum(['float', 'base64'], { error: 'expected "float" or "base64"' })
        .nullish(),
      dimensions: z.int('expected a whole number').nullish(),
      input_type: z
        .enum(['query', 'document'], { error: 'expected "query" or "document"' })
        .nullish()
        .describe('Beyond OpenAI: whether the texts are asked or searched; searched unless said.'),
    },
    'expected an object',
  )
  .meta({ id: 'EmbeddingRequest' });

export interface EmbeddingRequest {
  readonly model: string | undefined;
  readonly texts: readonly string[];
  readonly encoding: 'float' | 'base64';
  readonly dimensions: number | undefined;
  readonly side: 'query' | 'passage';
}

/** @throws DeclarationChatError `invalid-request` */
export function parseEmbeddingRequest(body: unknown): EmbeddingRequest {
  const request = parseRequest(embeddingRequest, body);
  return {
    model: request.model,
    texts: typeof request.input === 'string' ? [request.input] : request.input,
    encoding: request.encoding_format ?? 'float',
    dimensions: request.dimensions ?? undefined,
    side: request.input_type === 'query' ? 'query' : 'passage',
  };
}
