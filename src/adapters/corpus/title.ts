import { titleOfText } from '../../documents/title-of-text.js';
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

/**
 * The title of a text without one of its own: what stands at its top, else the name of its file.
 */
export function titleOf(text: string, fallback: string): string {
  const title = cut(cleaned(titleOfText(text) ?? ''));
  return title === '' ? fallback : title;
}
