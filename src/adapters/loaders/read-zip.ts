import { unzipSync, type UnzipFileInfo } from 'fflate';
import { unreadable } from './unreadable.js';

/** Unpacked, in bytes: thirty times the longest declaration with all that formatting adds. */
const MAX_BYTES = 48 * 1024 * 1024;
const MAX_ENTRIES = 20_000;
/** What office programs write where a file is protected, or of an old format. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * The wanted files of a packed one, by their names. No more memory is taken than the packed file
 * says that they need, and no more than is allowed.
 * @throws DeclarationChatError `unreadable-document`
 */
export function readZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  if (COMPOUND_FILE.every((byte, i) => bytes[i] === byte)) {
    throw unreadable(
      'is protected by a password, or of an old format. Save it anew, without a password.',
    );
  }
  let total = 0;
  let entries = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    entries += 1;
    if (entries > MAX_ENTRIES) {
      throw unreadable(`holds more than ${MAX_ENTRIES} files. ${SAVE_ANEW}`);
    }
    if (!wanted(name)) return false;
    total += originalSize;
    if (total > MAX_BYTES) {
      throw unreadable(`unpacks to more than ${MAX_BYTES} bytes. ${SAVE_ANEW}`);
    }
    return true;
  };
  return new Map(Object.entries(unzipSync(bytes, { filter })));
}

const SAVE_ANEW = 'Save its text anew, in parts, or as text.';
