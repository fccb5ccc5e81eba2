/**
 * Words of others for a terminal or a log: on one line, without the control characters by which they
 * could do more than be read, and cut between two words where they are longer than allowed.
 */
export function oneLine(text: string, maxCharacters = Infinity): string {
  const line = text.replace(/\s+/gu, ' ').replace(/\p{Cc}/gu, '');
  if (line.length <= maxCharacters) return line;
  const end = line.lastIndexOf(' ', maxCharacters);
  return `${line.slice(0, end > 0 ? end : maxCharacters).toWellFormed()} …`;
}
