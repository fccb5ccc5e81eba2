import path from 'node:path';
import { byCodeUnit } from '../documents/by-code-unit.js';
import type {
  CorpusFolder,
  CorpusText,
  FileNotice,
  ReadSource,
  Remarks,
  SkippedFile,
} from '../ports/corpus.js';
import type {
  DocumentRecord,
  IndexDraft,
  IndexManifest,
  StoredDocument,
} from '../ports/index-storage.js';
import { entriesOfDocument } from './entries.js';
import { preparedHash } from './prepared-hash.js';
import { prepareDocument } from './read-documents.js';
import { readTexts } from './read-texts.js';

/** What an index is to hold. */
export interface GatheredDocuments extends Remarks {
  /** What it holds already; the texts that they are of may have moved. */
  readonly kept: readonly StoredDocument[];
  /** What is new. */
  readonly added: readonly DocumentRecord[];
}

export interface GatherOptions {
  readonly corpus: CorpusFolder;
  /** The index that is built upon. */
  readonly present: IndexManifest | undefined;
  readonly reading: string;
  /** Takes a document that is new. */
  readonly add: IndexDraft['add'];
  readonly onProgress?:
    | ((progress: { readonly doneParagraphs: number; readonly totalParagraphs: number }) => void)
    | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Goes through the texts of a corpus folder. What is known by its files' hash is not read; what is
 * read, and is not in the index as it is now, is handed on and forgotten.
 */
export async function gatherDocuments(options: GatherOptions): Promise<GatheredDocuments> {
  const { corpus, present, add, onProgress, signal } = options;
  const kept: StoredDocument[] = [];
  const added: DocumentRecord[] = [];
  const skipped: SkippedFile[] = [...corpus.skipped];
  const notices: FileNotice[] = [];
  const digests = new Map<string, string | undefined>();
  const recall = recallFrom(options, digests);
  const bySha256 = new Map(present?.documents.map((document) => [document.sha256, document]));
  let totalParagraphs = 0;
  const onSkipped = (one: SkippedFile): void => void skipped.push(one);
  for await (const one of readTexts(corpus.texts, { recall, onSkipped, signal })) {
    let remarks: Remarks;
    if (one.known !== undefined) {
      kept.push(one.known);
      remarks = remarksAt(one.text, one.known.text);
    } else {
      const { record, entries, document, ...said } = await prepare(
        one.text,
        one.read,
        digests.get(one.text.path),
      );
      remarks = said;
      const same = bySha256.get(record.sha256);
      if (same !== undefined) kept.push({ ...same, text: record.text });
      else {
        await add(document, entries);
        added.push(record);
        totalParagraphs += record.paragraphs;
        onProgress?.({ doneParagraphs: 0, totalParagraphs });
      }
    }
    skipped.push(...remarks.skipped);
    notices.push(...remarks.notices);
  }
  skipped.sort((a, b) => byCodeUnit(a.path, b.path));
  return { kept, added, skipped, notices };
}

/** Finds the document of a text whose files are as they were. */
function recallFrom(
  { present, reading }: Pick<GatherOptions, 'present' | 'reading'>,
  digests: Map<string, string | undefined>,
): (text: CorpusText) => Promise<StoredDocument | undefined> {
  const byFile = new Map(
    present?.reading === reading
      ? present.documents.map((document) => [document.text.file, document])
      : [],
  );
  return async (text) => {
    const digest = await text.digest();
    digests.set(text.path, digest);
    const document = byFile.get(text.file);
    return document !== undefined && document.text.sha256 === digest ? document : undefined;
  };
}

interface Prepared extends Remarks {
  readonly record: DocumentRecord;
  readonly document: Parameters<IndexDraft['add']>[0];
  readonly entries: Parameters<IndexDraft['add']>[1];
}

async function prepare(
  text: CorpusText,
  read: ReadSource,
  digest: string | undefined,
): Promise<Prepared> {
  const { document, skipped, notices } = await prepareDocument(text, read);
  const entries = entriesOfDocument(document);
  const sha256 = preparedHash(document, entries);
  return {
    document: { ...document, sha256 },
    entries,
    skipped,
    notices,
    record: {
      id: document.id,
      sha256,
      paragraphs: document.paragraphs.length,
      entries: entries.length,
      text: {
        file: text.file,
        // A file that could not be read before it was, is read again next time.
        sha256: digest ?? read.source.sha256,
        skipped: skipped.map((one) => ({ ...one, path: path.basename(one.path) })),
        notices: notices.map((one) => ({ ...one, path: path.basename(one.path) })),
      },
    },
  };
}

/** All that is said of a text is said of its file or of one beside it. */
function remarksAt({ path: file }: CorpusText, { skipped, notices }: Remarks): Remarks {
  const beside = <One extends { readonly path: string }>(one: One): One => ({
    ...one,
    path: path.join(path.dirname(file), one.path),
  });
  return { skipped: skipped.map(beside), notices: notices.map(beside) };
}
