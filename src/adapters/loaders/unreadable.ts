import { DeclarationChatError } from '../../errors.js';

/** A file is refused; what is said goes behind its name: "is a scan …: run OCR". */
export function unreadable(what: string, cause?: unknown): DeclarationChatError {
  return new DeclarationChatError('unreadable-document', what, { cause });
}
