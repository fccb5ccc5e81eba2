import { byCodeUnit } from '../documents/by-code-unit.js';
import { toDocument } from '../documents/to-document.js';
import type {
  CorpusFolder,
  CorpusSource,
  CorpusText,
  ExpandedDocument,
  FileNotice,
  ReadSource,
  Remarks,
  SkippedFile,
} from '../ports/corpus.js';
import type { IndexedDocument } from '../types.js';
import { nothingIn, readTexts } from './read-texts.js';

export interface CorpusDocuments extends Remarks {
  /** Ready to be indexed, in the order of their ids, never empty. */
  readonly documents: readonly IndexedDocument[];
  /** What each was made of, in the same order. */
  readonly sources: readonly CorpusSource[];
}

/**
 * The documents of a corpus folder: its files read, divided into paragraphs, and given their
 * questions.
 * @throws DeclarationChatError `unreadable-corpus` where nothing can be read
 */
export async function readDocuments(
  folder: CorpusFolder,
  signal?: AbortSignal,
): Promise<CorpusDocuments> {
  const made: { readonly document: IndexedDocument; readonly source: CorpusSource }[] = [];
  const skipped: SkippedFile[] = [...folder.skipped];
  const notices: FileNotice[] = [];
  const onSkipped = (one: SkippedFile): void => void skipped.push(one);
  for await (const { text, read } of readTexts(folder.texts, { onSkipped, signal })) {
    if (read === undefined) continue;
    const expanded = await prepareDocument(text, read);
    made.push({ document: expanded.document, source: read.source });
    skipped.push(...expanded.skipped);
    notices.push(...expanded.notices);
  }
  skipped.sort((a, b) => byCodeUnit(a.path, b.path));
  if (made.length === 0) throw nothingIn(folder.directory, skipped);
  made.sort((a, b) => byCodeUnit(a.document.id, b.document.id));
  return {
    documents: made.map(({ document }) => document),
    sources: made.map(({ source }) => source),
    skipped,
    notices,
  };
}

/** Divides what was read of a text into paragraphs, and adds what stands beside its file. */
export async function prepareDocument(
  text: CorpusText,
  { source, skipped, notices }: ReadSource,
): Promise<ExpandedDocument> {
  const expanded = await text.expand(toDocument(source), source);
  return {
    document: expanded.document,
    skipped: [...skipped, ...expanded.skipped],
    notices: [...notices, ...expanded.notices],
  };
}
