/** One regular expression of several, whether or not in capitals. */
export function either(...patterns: readonly string[]): RegExp {
  return new RegExp(patterns.join('|'), 'iu');
}
