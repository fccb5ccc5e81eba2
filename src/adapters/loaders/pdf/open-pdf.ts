import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { unreadable } from '../unreadable.js';

/** Only drawing uses it, but the engine makes one when it is loaded. */
class NoMatrix {
  readonly isIdentity = true;
}

/**
 * Opens a PDF for its text: no script in it is run, nothing is drawn or fetched.
 * @throws DeclarationChatError `unreadable-document` where a password is asked for
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const scope = globalThis as { DOMMatrix?: unknown };
  scope.DOMMatrix ??= NoMatrix;
  const { getDocument } = await quietly(
    () => import('pdfjs-dist/legacy/build/pdf.mjs'),
  );
  const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  try {
    return await getDocument({
      // The engine keeps what it is given.
      data: bytes.slice(),
      verbosity: 0,
      cMapUrl: path.join(folder, 'cmaps/'),
      cMapPacked: true,
      standardFontDataUrl: path.join(folder, 'standard_fonts/'),
      disableFontFace: true,
      useSystemFonts: false,
          isEvalSupported: false,
      stopAtErrors: false,
      maxImageSize: 0,
    }).promise;
  } catch (error) {
    if ((error as Error).name !== 'PasswordException') throw error;
    throw unreadable('is protected by a password. Save it without one.', error);
  }
}

/** The engine warns of what only drawing would need. */
async function quietly<Result>(load: () => Promise<Result>): Promise<Result> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await load();
  } finally {
    console.warn = warn;
  }
}
