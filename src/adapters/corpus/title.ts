/** A title stands in menus and citations; what is longer is cut at a word. */
const MAX_LENGTH = 200;

function cleaned(line: string): string {
  return line
    .slice(0, 4 * MAX_LENGTH)
    .replace(/^#{1,6}\s+/, '')
    .replace(/\s+#+\s*$/, '')
    .replace(/\*\*|__/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function cut(title: string): string {
  if (title.length <= MAX_LENGTH) return title;
  const room = title.slice(0, MAX_LENGTH - 1);
  const space = room.lastIndexOf(' ');
  // Not within a surrogate pair, where one word fills the room.
  const head = space > MAX_LENGTH / 2 ? room.slice(0, space) : room.replace(/[\uD800-\uDBFF]$/, '');
  return `${head.replace(/[\s,;:–—-]+$/, '')}…`;
}

/**
 * The title of a text without one of its own: its first Markdown heading, else its first line that
 * has letters.
 */
export function titleOf(text: string, fallback: string): string {
  const heading = /^#{1,6}[ \t]+\S.*$/m.exec(text)?.[0];
  const line = heading ?? /^.*[\p{L}\p{N}].*$/mu.exec(text)?.[0];
  const title = cut(cleaned(line ?? ''));
  return title === '' ? fallback : title;
}
