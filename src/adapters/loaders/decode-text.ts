import iconv from 'iconv-lite';
import { detectAll } from 'jschardet';
import { unreadable } from './unreadable.js';

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
const SAMPLE_BYTES = 256 * 1024;
/** Fit nearly everything, and are hardly met with: what seems to be one is a short text in another. */
const DOS = /^(?:ibm|cp)(?!866$|932$|949$|874$)\d+$/u;
/** Of a text so many characters may be of no use to it. */
const MAX_CONTROL_SHARE = 0.1;
/** Characters that no text has: what has them is no text, or in another encoding. */

const NO_TEXT = /[\x00-\x08\x0e-\x1a\x1c-\x1f\x80-\x84\x86-\x9f\ufffe\uffff]/u;

/**
 * The text of a file in whatever encoding, without a byte order mark: as its mark says, else UTF-8
 * where the bytes are that, else as declared, else as a detector finds.
 *
 * @param declared by the file itself, as in a `meta` element
 * @throws DeclarationChatError `unreadable-document`
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1];
  const wide = marked ?? wideWithoutMark(bytes);
  if (wide !== undefined) {
    const text = decoded(bytes, wide);
    if (text !== undefined) return { text, notices: [noticeOf(wide)] };
  }
  const utf8 = decoded(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: utf8, notices: [] };
  if (bytes.includes(0)) {
    throw unreadable('holds zero bytes: it is no text. Remove it, or save it as text in UTF-8.');
  }
  for (const encoding of [...(declared === undefined ? [] : [declared]), ...detected(bytes)]) {
    const text = decoded(bytes, encoding);
    if (text !== undefined) return { text, notices: [noticeOf(encoding)] };
  }
  // Control characters in a text are a nuisance, not another encoding.
  const uncommon = unicode(bytes, 'utf-8');
  if (uncommon !== undefined && isMostlyText(uncommon)) return { text: uncommon, notices: [] };
  throw unreadable('is in an encoding that cannot be told. Save it as UTF-8.');
}

function isMostlyText(text: string): boolean {
  const controls = Array.from(text).filter((character) => NO_TEXT.test(character)).length;
  return controls <= text.length * MAX_CONTROL_SHARE;
}

function noticeOf(encoding: string): string {
  return `read as ${encoding}; where its words look wrong, save it as UTF-8`;
}

/** Undefined where the bytes are not text in that encoding, or there is no such encoding. */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  const text = encoding.startsWith('utf-') ? unicode(bytes, encoding) : legacy(bytes, encoding);
  return text === undefined || NO_TEXT.test(text) ? undefined : text;
}

function unicode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** {@link TextDecoder} takes windows-1252 for Latin 1 in some versions of Node. */
function legacy(bytes: Uint8Array, encoding: string): string | undefined {
  if (!iconv.encodingExists(encoding)) return undefined;
  const text = iconv.decode(Buffer.from(bytes), encoding);
  return text.includes('\ufffd') ? undefined : text;
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

/** The likeliest encoding first; only those of the web, which every system can save as. */
function detected(bytes: Uint8Array): readonly string[] {
  const foreign = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, foreign - 1024);
  return detectAll(bytes.slice(from, from + SAMPLE_BYTES))
    .map(({ encoding }) => encoding?.toLowerCase() ?? '')
    .filter((name) => !DOS.test(name));
}
