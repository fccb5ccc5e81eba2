import { endOf } from '../../../language/end-of.js';
/** Whether words that are parted at the end of a line are written as one elsewhere in the text. */
export class WordsOfText {
  readonly #words: ReadonlySet<string>;

  constructor(texts: Iterable<string>) {
    const words = new Set<string>();
    for (const text of texts) {
      for (const [word] of text.matchAll(/[\p{L}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{N}]+)*/gu)) {
        words.add(word.toLowerCase());
      }
    }
    this.#words = words;
  }

  has(word: string): boolean {
    return this.#words.has(word.toLowerCase().replace(/[\u2010\u2011]/gu, '-'));
  }
}

const HYPHEN = /[-\u2010\u00ad]$/u;
const WITHOUT_BLANKS = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\u3000-\u303f\uff00-\uffef]$/u;
const BEGINS_WITHOUT_BLANK = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\u3000-\u303f\uff00-\uffef]/u;

/** What of a line stands before the next one, the blank between them included. */
export function beforeNext(line: string, next: string, words: WordsOfText): string {
  if (line.endsWith('\u00ad')) return line.slice(0, -1);
  if (HYPHEN.test(line)) return keepsHyphen(line, next, words) ? line : line.slice(0, -1);
  if (WITHOUT_BLANKS.test(line) && BEGINS_WITHOUT_BLANK.test(next)) return line;
  return `${line} `;
}

/** A hyphen that only the end of the line asked for stands between small letters. */
function keepsHyphen(line: string, next: string, words: WordsOfText): boolean {
  const head = endOf(line.slice(0, -1), /[\p{L}\p{N}-]/u);
  const tail = /^[\p{L}\p{N}]+/u.exec(next)?.[0] ?? '';
  if (!/\p{Ll}$/u.test(head) || !/^\p{Ll}/u.test(tail)) return true;
  const last = head.slice(head.lastIndexOf('-') + 1);
  return words.has(`${head}-${tail}`) && !words.has(last + tail);
}
