import path from 'node:path';
import type { SkippedFile } from '../../ports/corpus.js';
import type { FileLoader } from '../../ports/file-loader.js';
import { EXPANSIONS_SUFFIX } from './expansions.js';
import type { SourceFile } from './read-source.js';

const SIDECAR_EXTENSIONS: readonly string[] = ['.yaml', '.yml'];

export interface Selection {
  readonly sources: readonly SourceFile[];
  readonly skipped: readonly SkippedFile[];
}

export interface SelectOptions {
  /** The corpus folder. */
  readonly directory: string;
  readonly loaders: readonly FileLoader[];
  readonly maxBytes: number;
}

/** Which of the files are texts, and what stands beside each; files in the order of their paths. */
export function selectFiles(
  files: readonly string[],
  { directory, loaders, maxBytes }: SelectOptions,
): Selection {
  const sources: SourceFile[] = [];
  const skipped: SkippedFile[] = [];
  const sidecars = sidecarsByStem(files, skipped);
  const known = loaders.flatMap((loader) => loader.extensions).join(', ');
  for (const file of files) {
    const extension = extensionOf(file);
    if (SIDECAR_EXTENSIONS.includes(extension)) continue;
    // A README describes the folder; nobody means it as a text of the corpus.
    if (/^readme(?:\.|$)/i.test(path.basename(file))) continue;
    const loader = loaders.find((candidate) => candidate.extensions.includes(extension));
    if (loader === undefined) {
      const what = extension === '' ? 'has no extension' : `is ${extension}`;
      skipped.push({ path: file, reason: `${what}, which is not read; read are ${known}.` });
    } else {
      const within = path.relative(directory, file).split(path.sep).join('/');
      const sidecar = sidecars.get(stemOf(file));
      sources.push({ path: file, file: within, sidecar, loader, maxBytes });
    }
  }
  skipped.push(...withoutText({ files, sources, sidecars }));
  return { sources, skipped };
}

function extensionOf(file: string): string {
  return path.extname(file).toLowerCase();
}

function stemOf(file: string): string {
  return file.slice(0, file.length - path.extname(file).length);
}

function isExpansions(file: string): boolean {
  return file.endsWith(EXPANSIONS_SUFFIX);
}

/** Of two for the same text the first is taken. */
function sidecarsByStem(
  files: readonly string[],
  skipped: SkippedFile[],
): ReadonlyMap<string, string> {
  const sidecars = new Map<string, string>();
  for (const file of files) {
    if (!SIDECAR_EXTENSIONS.includes(extensionOf(file)) || isExpansions(file)) continue;
    const other = sidecars.get(stemOf(file));
    if (other === undefined) sidecars.set(stemOf(file), file);
    else {
      const reason = `is metadata of the same text as ${other}, which is read instead. Keep one of them.`;
      skipped.push({ path: file, reason });
    }
  }
  return sidecars;
}

function withoutText({
  files,
  sources,
  sidecars,
}: {
  readonly files: readonly string[];
  readonly sources: readonly SourceFile[];
  readonly sidecars: ReadonlyMap<string, string>;
}): SkippedFile[] {
  const stems = new Set(sources.map((source) => stemOf(source.path)));
  const expansions = files
    .filter((file) => isExpansions(file) && !stems.has(file.slice(0, -EXPANSIONS_SUFFIX.length)))
    .map((file) => ({
      path: file,
      reason: 'is questions with no text of the same name beside it.',
    }));
  const metadata = [...sidecars]
    .filter(([stem]) => !stems.has(stem))
    .map(([, file]) => ({
      path: file,
      reason: 'is metadata with no text of the same name beside it.',
    }));
  return [...expansions, ...metadata];
}
