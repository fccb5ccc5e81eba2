import { alternatives } from './any-of.js';
import { rulesOf } from './languages.js';

const SINGLE_QUOTES = /[‘’‚‛ʼ′]/gu;
const DOUBLE_QUOTES = /[“”„‟«»″]/gu;
const DASHES = /[‐‑‒–—―−]/gu;
const JOINING = alternatives(rulesOf('words').flatMap(({ joining = [] }) => joining));
/**
 * A hyphen that a line break left behind in mid-line: `good- neighbourly`, `2022- 2024`; not `long-
 * and medium-term`.
 */
const STRAY_HYPHEN_SPACE = new RegExp(
  String.raw`(?<=[\p{L}\p{N}])-[ \t\r\n]+(?=[\p{L}\p{N}])(?!(?:${JOINING})(?![\p{L}\p{N}]))`,
  'gu',
);
const MARKDOWN_EMPHASIS = /\*{1,3}|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])/gu;

/**
 * The copy of a text that is searched and embedded: straight quotes, plain hyphens, no emphasis
 * marks, no hyphen spaces, single blanks. Offsets are not kept: what is shown or quoted is always
 * the source itself.
 */
export function normalizeForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\u00ad/gu, '')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, '-')
    .replace(MARKDOWN_EMPHASIS, '')
    .replace(STRAY_HYPHEN_SPACE, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}
