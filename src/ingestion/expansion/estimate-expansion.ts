import {
  fillExpansionPrompt,
  type ExpansionPrompt,
  type ExpansionRequest,
} from './expansion-request.js';

/**
 * Models count tokens differently. In UTF-8, English prose has about 5 bytes a token with the
 * tokenizers of OpenAI (5.3 to 5.8 on the two declarations), other scripts have fewer; 4 rather
 * estimates too much.
 */
const BYTES_PER_TOKEN = 4;
/**
 * The entries that ship, as JSON, have 138 tokens on average (tokenizer o200k_base); the rest is
 * for line breaks and blanks.
 */
const OUTPUT_TOKENS_PER_PARAGRAPH = 180;

export interface ExpansionEstimate {
  readonly paragraphs: number;
  readonly inputTokens: number;
  /** Without what a model may think aloud before it replies. */
  readonly outputTokens: number;
}

/** What it will take to write the questions, if no request has to be repeated. */
export async function estimateExpansion(
  requests: readonly ExpansionRequest[],
  prompt: ExpansionPrompt,
): Promise<ExpansionEstimate> {
  let bytes = 0;
  for (const request of requests) {
    bytes += Buffer.byteLength(await fillExpansionPrompt(prompt, request));
  }
  return {
    paragraphs: requests.length,
    inputTokens: Math.ceil(bytes / BYTES_PER_TOKEN),
    outputTokens: requests.length * OUTPUT_TOKENS_PER_PARAGRAPH,
  };
}
