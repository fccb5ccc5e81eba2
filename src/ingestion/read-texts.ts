import { DeclarationChatError } from '../errors.js';
import type { CorpusText, ReadSource, SkippedFile } from '../ports/corpus.js';

export interface ReadTextsOptions<Known> {
  /** What is known of a text without reading it, if anything; then it is not read. */
  readonly recall?: (text: CorpusText) => Promise<Known | undefined>;
  readonly onSkipped: (skipped: SkippedFile) => void;
  readonly signal?: AbortSignal | undefined;
}

export type ReadText<Known> =
  | { readonly text: CorpusText; readonly known: Known; readonly read?: never }
  | { readonly text: CorpusText; readonly known?: never; readonly read: ReadSource };

/**
 * Reads texts one after another, in the order of their paths; of two with one id the first. What
 * cannot be read is told and left out.
 */
export async function* readTexts<Known extends { readonly id: string }>(
  texts: readonly CorpusText[],
  { recall, onSkipped, signal }: ReadTextsOptions<Known>,
): AsyncGenerator<ReadText<Known>> {
  const paths = new Map<string, string>();
  for (const text of texts) {
    signal?.throwIfAborted();
    const { path } = text;
    const known = await recall?.(text);
    const read = known === undefined ? await readOne(text, { onSkipped, signal }) : undefined;
    const id = known?.id ?? read?.source.metadata.id;
    if (id === undefined) continue;
    const other = paths.get(id);
    if (other !== undefined) {
      onSkipped({ path, reason: sameId(id, other) });
      continue;
    }
    paths.set(id, path);
    if (known !== undefined) yield { text, known };
    else if (read !== undefined) yield { text, read };
  }
}

async function readOne(
  text: CorpusText,
  { onSkipped, signal }: Pick<ReadTextsOptions<never>, 'onSkipped' | 'signal'>,
): Promise<ReadSource | undefined> {
  try {
    return await text.read(signal);
  } catch (error) {
    if (!(error instanceof DeclarationChatError)) throw error;
    onSkipped({ path: text.path, reason: error.message });
    return undefined;
  }
}

function sameId(id: string, other: string): string {
  return (
    `has the same id "${id}" as ${other}, which is read instead. Rename one of the files, or give ` +
    'it an "id" in its metadata.'
  );
}

/** Where nothing of a corpus folder could be read. */
export function nothingIn(
  directory: string,
  skipped: readonly SkippedFile[],
): DeclarationChatError {
  const lines = skipped.map(({ path, reason }) => `\n  ${path} ${reason}`);
  const found =
    lines.length === 0
      ? 'is empty'
      : `holds no text that can be read:${lines.slice(0, 20).join('')}\n`;
  return new DeclarationChatError(
    'unreadable-corpus',
    `The corpus folder ${directory} ${found}${lines.length === 0 ? '. ' : ''}Put texts into it ` +
      '(.txt, .md, .pdf, .docx, .html, .epub), or name another one with --corpus or CORPUS_DIR.',
  );
}
