import { DeclarationChatError } from '../../errors.js';

/** Byte order marks, and the encoding that each gives away. */
const FOREIGN_MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe], 'UTF-16LE'],
  [[0xfe, 0xff], 'UTF-16BE'],
];

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function convertCommand(encoding: string, path: string): string {
  return `Convert it to UTF-8, for example: iconv -f ${encoding} -t UTF-8 '${path}' > new.txt`;
}

/**
 * The text of UTF-8 bytes, without a byte order mark.
 * @throws DeclarationChatError `unreadable-document` where the bytes are not UTF-8 text; says how
 *   to convert them.
 */
export function decodeUtf8(bytes: Uint8Array, path: string): string {
  for (const [mark, encoding] of FOREIGN_MARKS) {
    if (startsWith(bytes, mark)) {
      throw new DeclarationChatError(
        'unreadable-document',
        `${path} is ${encoding} text, not UTF-8. ${convertCommand(encoding, path)}`,
      );
    }
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DeclarationChatError(
      'unreadable-document',
      `${path} is not UTF-8 text. ${convertCommand('WINDOWS-1252', path)} (put the file's ` +
        'real encoding in place of WINDOWS-1252)',
      { cause },
    );
  }
  if (text.includes('\0')) {
    throw new DeclarationChatError(
      'unreadable-document',
      `${path} holds zero bytes: it is a binary file or UTF-16 text without a byte order ` +
        `mark. ${convertCommand('UTF-16LE', path)}`,
    );
  }
  return text;
}
