/** Of any script, near enough for a bill that nobody sends. */
const BYTES_A_TOKEN = 4;

export interface TokenUsage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
}

/** About how many tokens a language model would count; every client expects a number. */
export function tokensOf(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_A_TOKEN);
}

export function usageOf(prompt: string, completion: string): TokenUsage {
  const [asked, said] = [tokensOf(prompt), tokensOf(completion)];
  return { prompt_tokens: asked, completion_tokens: said, total_tokens: asked + said };
}
