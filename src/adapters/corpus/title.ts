import { withoutEnd } from '../../language/end-of.js';

/** A title stands in menus and citations; what is longer is cut at a word. */
const MAX_LENGTH = 200;

function cleaned(line: string): string {
  const words = line.slice(0, 4 * MAX_LENGTH).trim();
  const closed = withoutEnd(words, /#/);
  return (/\s$/.test(closed) ? closed : words)
    .replace(/^#{1,6}\s+/, '')
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
  return `${withoutEnd(head, /[\s,;:–—-]/)}…`;
}

/** The line that an offset lies in; empty for none. */
function lineAt(text: string, offset: number): string {
  if (offset < 0) return '';
  const start = Math.max(text.lastIndexOf('\n', offset), text.lastIndexOf('\r', offset)) + 1;
  return /^.*/.exec(text.slice(start, start + 8 * MAX_LENGTH))?.[0] ?? '';
}

/**
 * The title of a text without one of its own: its first Markdown heading, else its first line that
 * has letters.
 */
export function titleOf(text: string, fallback: string): string {
  const heading = /^#{1,6}[ \t]+\S.*$/m.exec(text)?.[0];
  const title = cut(cleaned(heading ?? lineAt(text, text.search(/[\p{L}\p{N}]/u))));
  return title === '' ? fallback : title;
}
