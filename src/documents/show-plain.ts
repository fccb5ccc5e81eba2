/**
 * Source words as plain text: line breaks and emphasis marks are the file's, not the sentence's. A
 * number in brackets that is the source's own must not read as a marker: an invisible word joiner
 * follows its bracket.
 */
export function showPlain(text: string): string {
  return text
    .replace(/\*{2,3}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/\[(\d+)\]/gu, '[\u2060$1]')
    .trim();
}
