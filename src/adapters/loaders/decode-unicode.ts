export interface DecodedText {
  readonly text: string;
  /** Said where the bytes are not UTF-8. */
  readonly notices: readonly string[];
}

const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
/** A detector has seen enough of a text by then. */
export const SAMPLE_BYTES = 256 * 1024;
/** Characters that no text has: what has them is no text, or in another encoding. */
export const NO_TEXT = /[\x00-\x08\x0e-\x1a\x1c-\x1f\x80-\x84\x86-\x9f\ufffe\uffff]/u;

/**
 * The text of bytes in an encoding of Unicode, without a byte order mark: as its mark says, as zero
 * bytes in every second place do, else UTF-8. Undefined where it is in none.
 */
export function decodeUnicode(bytes: Uint8Array): DecodedText | undefined {
  const marked = MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1];
  const wide = marked ?? wideWithoutMark(bytes);
  if (wide !== undefined) {
    const text = wholeText(unicode(bytes, wide));
    if (text !== undefined) return { text, notices: [noticeOf(wide)] };
  }
  const utf8 = wholeText(unicode(bytes, 'utf-8'));
  return utf8 === undefined ? undefined : { text: utf8, notices: [] };
}

/** Undefined where it has characters that no text has. */
export function wholeText(text: string | undefined): string | undefined {
  return text === undefined || NO_TEXT.test(text) ? undefined : text;
}

export function noticeOf(encoding: string): string {
  return `read as ${encoding}; where its words look wrong, save it as UTF-8`;
}

/** Undefined where the bytes are not in that encoding. */
export function unicode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Blanks and line ends are zero bytes in every second place. */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  bytes.subarray(0, SAMPLE_BYTES).forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even === odd) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
