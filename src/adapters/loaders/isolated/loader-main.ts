// The program of the process that reads the files whose formats can bring a parser down: one file
// after the other, until it is ended.
import { DeclarationChatError } from '../../../errors.js';
import type { FileLoader } from '../../../ports/file-loader.js';
import { MemoryGuard } from './memory-guard.js';
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

/** So much may the process take in all, in bytes; */
const MAX_BYTES = 285 * 2 ** 20;
/** but every file as much as this, however much the loaders take. */
const MIN_BYTES_OF_FILE = 120 * 2 ** 20;
const guard = new MemoryGuard();
const loaded = new Map<IsolatedFormat, FileLoader>();

async function loaderOf(format: IsolatedFormat): Promise<FileLoader> {
  const present = loaded.get(format);
  if (present !== undefined) return present;
  guard.limit(Infinity);
  const loader = await LOADERS[format]();
  loaded.set(format, loader);
  guard.limit(Math.max(MAX_BYTES, process.memoryUsage.rss() + MIN_BYTES_OF_FILE));
  return loader;
}

async function resultOf({ format, bytes }: FileToRead): Promise<ReadResult> {
  try {
    const loader = await loaderOf(format);
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
