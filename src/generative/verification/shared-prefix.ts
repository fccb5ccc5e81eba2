/**
 * "Russia" and "Russian", "China" and "Chinese", "finance" and "financial": one begins with the
 * other but for its last letter.
 */
const MIN_SHARED = 4;
const MAX_ENDING = 1;
/** As between "Tajik" and "Tajikistan"; longer endings make another word. */
const MAX_DIFFERENCE = 5;

/** Whether two words, or stems, are forms of one. */
export function sharesPrefix(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < MIN_SHARED || long.length - short.length > MAX_DIFFERENCE) return false;
  return long.startsWith(short.slice(0, Math.max(MIN_SHARED, short.length - MAX_ENDING)));
}
