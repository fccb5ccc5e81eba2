// The program of the process that reads the files whose formats can bring a parser down: one file
// after the other, until it is ended.
import { DeclarationChatError } from '../../../errors.js';
import type { FileLoader } from '../../../ports/file-loader.js';
import type { FileToRead, FromLoader, IsolatedFormat, ReadResult } from './messages.js';

/** Each is loaded when the first file of its format comes. */
const LOADERS: Readonly<Record<IsolatedFormat, () => Promise<FileLoader>>> = {
  pdf: async () => (await import('../pdf/pdf-loader.js')).pdfLoader,
  docx: async () => (await import('../docx/docx-loader.js')).docxLoader,
  html: async () => (await import('../html/html-loader.js')).htmlLoader,
  epub: async () => (await import('../epub/epub-loader.js')).epubLoader,
};

function say(message: FromLoader): void {
  process.send?.(message);
}

async function resultOf({ format, bytes }: FileToRead): Promise<ReadResult> {
  try {
    const loader = await LOADERS[format]();
    say({ kind: 'started' });
    const onPage = (): void => {
      say({ kind: 'page' });
    };
    return { kind: 'loaded', loaded: await loader.read(bytes, { onPage }) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return error instanceof DeclarationChatError
      ? { kind: 'refused', why: message }
      : { kind: 'failed', message };
  }
}

process.on('message', (file: FileToRead) => {
  void resultOf(file).then(say);
});
process.once('disconnect', () => {
  process.exit();
});
// CTRL-C reaches every process of a terminal: whoever started this one ends it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
