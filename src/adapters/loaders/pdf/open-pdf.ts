import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Engine from 'pdfjs-dist';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { unreadable } from '../unreadable.js';

/** Only drawing uses it, but the engine makes one when it is loaded. */
class NoMatrix {
  readonly isIdentity = true;
}

const { getDocument } = await loadEngine();

/** The engine warns of what only drawing would need. */
async function loadEngine(): Promise<Pick<typeof Engine, 'getDocument'>> {
  const scope = globalThis as { DOMMatrix?: unknown };
  scope.DOMMatrix ??= NoMatrix;
  const { warn } = console;
  console.warn = () => undefined;
  try {
    // In this thread: else it looks for it when the first file comes.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}

/** Where the engine's tables lie: beside this file where it was published, else with the engine. */
function tablesFolder(): string {
  const beside = fileURLToPath(new URL('.', import.meta.url));
  return existsSync(path.join(beside, 'cmaps'))
    ? beside
    : path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
}

/**
 * Opens a PDF for its text: no script in it is run, nothing is drawn or fetched.
 * @throws DeclarationChatError `unreadable-document` where a password is asked for
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const folder = tablesFolder();
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
