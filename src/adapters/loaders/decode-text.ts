import iconv from 'iconv-lite';
import { detectAll } from 'jschardet';
import {
  decodeUnicode,
  NO_TEXT,
  noticeOf,
  SAMPLE_BYTES,
  unicode,
  wholeText,
  type DecodedText,
} from './decode-unicode.js';
import { unreadable } from './unreadable.js';

/** Fit nearly everything, and are hardly met with: what seems to be one is a short text in another. */
const DOS = /^(?:ibm|cp)(?!866$|932$|949$|874$)\d+$/u;
/** Of a text so many characters may be of no use to it. */
const MAX_CONTROL_SHARE = 0.1;

/**
 * The text of a file in whatever encoding, without a byte order mark: as its mark says, else UTF-8
 * where the bytes are that, else as declared, else as a detector finds.
 *
 * @param declared by the file itself, as in a `meta` element
 * @throws DeclarationChatError `unreadable-document`
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const read = decodeUnicode(bytes);
  if (read !== undefined) return read;
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

/** Undefined where the bytes are not text in that encoding, or there is no such encoding. */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  const isUnicode = encoding.startsWith('utf-');
  return wholeText(isUnicode ? unicode(bytes, encoding) : legacy(bytes, encoding));
}

/** {@link TextDecoder} takes windows-1252 for Latin 1 in some versions of Node. */
function legacy(bytes: Uint8Array, encoding: string): string | undefined {
  if (!iconv.encodingExists(encoding)) return undefined;
  const text = iconv.decode(Buffer.from(bytes), encoding);
  return text.includes('\ufffd') ? undefined : text;
}

/** The likeliest encoding first; only those of the web, which every system can save as. */
function detected(bytes: Uint8Array): readonly string[] {
  const foreign = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, foreign - 1024);
  return detectAll(bytes.slice(from, from + SAMPLE_BYTES))
    .map(({ encoding }) => encoding?.toLowerCase() ?? '')
    .filter((name) => !DOS.test(name));
}
