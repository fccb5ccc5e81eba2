/** Fits alternatives where they stand as whole words, whatever their case; not after a hyphen. */
export function wholeWords(alternatives: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${alternatives})(?![\p{L}\p{N}])`, 'iu');
}
