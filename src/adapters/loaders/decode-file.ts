import { decodeUnicode, type DecodedText } from './decode-unicode.js';

/**
 * As `decodeText`. What tells and reads the encodings from before Unicode is two megabytes, and is
 * loaded where a file is in one of them.
 * @throws DeclarationChatError `unreadable-document`
 */
export async function decodeFile(bytes: Uint8Array): Promise<DecodedText> {
  const read = decodeUnicode(bytes);
  if (read !== undefined) return read;
  const { decodeText } = await import('./decode-text.js');
  return decodeText(bytes);
}
