/** How long a text may be, and what stands around each part of it, as token ids. */
export interface WindowFrame {
  /** Before and after every window: the marks of the model, and the prefix. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Longest window with both, in tokens. */
  readonly maxTokens: number;
}

/**
 * A text in windows that a model reads whole, none overlapping, of about the same length: a short
 * last one would say as much of the text as a long one. At least one, be it of no tokens.
 */
export function tokenWindows(body: readonly number[], frame: WindowFrame): number[][] {
  const { before, after, maxTokens } = frame;
  const room = Math.max(1, maxTokens - before.length - after.length);
  const count = Math.max(1, Math.ceil(body.length / room));
  return Array.from({ length: count }, (_, i) => [
    ...before,
    ...body.slice(
      Math.floor((i * body.length) / count),
      Math.floor(((i + 1) * body.length) / count),
    ),
    ...after,
  ]);
}
