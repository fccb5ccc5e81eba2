const ADDRESS = /^<?[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*>?(?:\s+(?:"[^"]*"|'[^']*'))?$/u;

/**
 * Whether the words in round brackets behind `[…]` are an address, with or without a title, and no
 * words of the text.
 */
export function isLinkTarget(text: string): boolean {
  return ADDRESS.test(text.trim());
}
