/** A word, or a piece of one as long as most tokenizers take together; else a character alone. */
const PIECE = /[\p{sc=Latin}\p{N}]{1,5}|[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Arabic}]{1,3}|\S/gu;

/**
 * About how many tokens a text is to a chat model: a little more than most count, since every
 * provider has a tokenizer of its own.
 */
export function estimateTokens(text: string): number {
  return text.match(PIECE)?.length ?? 0;
}
