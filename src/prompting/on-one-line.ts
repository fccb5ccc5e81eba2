/** On one line of a prompt, so that nobody's words can begin a line and speak as another. */
export function onOneLine(text: string): string {
  return text.toWellFormed().replace(/\s+/gu, ' ').trim();
}
