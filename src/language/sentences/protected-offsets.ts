/** A quotation or bracket longer than this is one whose end was lost. */
const MAX_LENGTH = 2000;
/** Quotations within quotations; deeper than this nothing is looked for. */
const MAX_DEPTH = 4;
/** Share of the longer words of a quotation that begin with a capital where it is a title. */
const TITLE_SHARE = 0.6;

interface Opening {
  readonly at: number;
  readonly kind: 'double' | 'single' | 'bracket';
}

const MARK = /[“”„«»"‘’'()[\]]|\n[^\S\n]*\n/g;

function isOpening(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  return (before === '' || /[\s([{“‘«*_—–:-]/u.test(before)) && after !== '' && !/\s/u.test(after);
}

function markKind(
  text: string,
  at: number,
): { readonly kind: Opening['kind']; readonly opens: boolean } | undefined {
  const mark = text.charAt(at);
  if (mark === '(' || mark === '[') return { kind: 'bracket', opens: true };
  if (mark === ')' || mark === ']') return { kind: 'bracket', opens: false };
  if ('„«'.includes(mark)) return { kind: 'double', opens: true };
  if ('”»'.includes(mark)) return { kind: 'double', opens: false };
  // `“` closes in German; straight marks are told by what stands beside them.
  if (mark === '“' || mark === '"') {
    return {
      kind: 'double',
      opens:
        mark === '“'
          ? isOpening(text, at) || !/[\s]|^$/u.test(text.charAt(at + 1))
          : isOpening(text, at),
    };
  }
  if (mark === '‘') return { kind: 'single', opens: true };
  if (isOpening(text, at) && mark === "'") return { kind: 'single', opens: true };
  // An apostrophe within a word is no mark.
  return /[\p{L}\p{N}]/u.test(text.charAt(at + 1)) ? undefined : { kind: 'single', opens: false };
}

/** Words in it Begin With Capitals, as those of a title do and those of a speech do not. */
function isTitle(words: string): boolean {
  const long = words.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]{3,}/gu) ?? [];
  return long.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length >= long.length * TITLE_SHARE;
}

/** A bracket around whole sentences stands where a sentence begins. */
function standsAlone(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at).trimEnd();
  return before === '' || /[.!?…]["”’»)\]]*$/u.test(before);
}

/**
 * For each offset of the text, 1 where no sentence can end: within a quoted title (“On the Second
 * Track. The Role of …”) and within brackets. A quotation that is a speech may be divided, and one
 * that is opened or closed only, as when it runs over several paragraphs, protects nothing.
 */
export function protectedOffsets(text: string): Uint8Array {
  const offsets = new Uint8Array(text.length + 1);
  let open: Opening[] = [];
  for (const match of text.matchAll(MARK)) {
    const at = match.index;
    if (match[0].startsWith('\n')) {
      open = [];
      continue;
    }
    const mark = markKind(text, at);
    if (mark === undefined) continue;
    if (mark.opens) {
      // The oldest is the one whose end was lost.
      open = [...open.slice(-MAX_DEPTH), { at, kind: mark.kind }];
      continue;
    }
    const index = open.findLastIndex((opening) => opening.kind === mark.kind);
    const opening = open[index];
    if (opening === undefined) continue;
    open = open.slice(0, index);
    if (at - opening.at > MAX_LENGTH) continue;
    const divides =
      opening.kind === 'bracket'
        ? standsAlone(text, opening.at)
        : !isTitle(text.slice(opening.at + 1, at));
    if (!divides) offsets.fill(1, opening.at + 1, at + 1);
  }
  return offsets;
}
