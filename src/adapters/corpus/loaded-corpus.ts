import { createHash } from 'node:crypto';
import type { DocumentInput } from '@langchain/core/documents';
import { DeclarationChatError } from '../../errors.js';
import type { CorpusFolder, CorpusText, FileNotice, ReadSource } from '../../ports/corpus.js';
import type { PageStart } from '../../types.js';
import { documentIdFor } from './document-id.js';
import { readMetadata } from './metadata.js';
import { titleOf } from './title.js';

/** What a loader gives: a text, or a page of one. */
type LoadedDocument = Pick<DocumentInput, 'pageContent' | 'metadata'>;

/** What is taken of a LangChain document loader. */
export interface DocumentLoader {
  load(): Promise<readonly LoadedDocument[]>;
}

/** Between two documents of one text. */
const BETWEEN = '\n\n';
const KEYS = ['id', 'title', 'date', 'place', 'language'] as const;

/**
 * What a LangChain document loader loads, as a corpus. Documents of one `metadata.id`, or else of one
 * `metadata.source`, are one text, such as the pages of a file; each without either is a text of
 * its own.
 * @throws DeclarationChatError `unreadable-corpus` where the loader fails
 */
export async function openLoadedCorpus(loader: DocumentLoader): Promise<CorpusFolder> {
  const loaded = await loader.load().catch((cause: unknown) => {
    throw new DeclarationChatError(
      'unreadable-corpus',
      `The document loader failed: ${String(cause)}`,
      { cause },
    );
  });
  const texts = new Map<string, LoadedDocument[]>();
  loaded.forEach((document, at) => {
    const name = nameOf(document) ?? `document-${at + 1}`;
    texts.set(name, [...(texts.get(name) ?? []), document]);
  });
  return {
    directory: 'that the loader gives',
    texts: [...texts].map(([name, parts]) => toText(name, parts)),
    skipped: [],
    close: () => undefined,
  };
}

function nameOf({ metadata = {} }: LoadedDocument): string | undefined {
  return [metadata['id'], metadata['source']].find(
    (name): name is string => typeof name === 'string' && name !== '',
  );
}

function toText(name: string, parts: readonly LoadedDocument[]): CorpusText {
  const sha256 = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return {
    path: name,
    file: name,
    digest: () => Promise.resolve(sha256),
    read: () => Promise.resolve(read(name, parts, sha256)),
    // Its file, if it has any, is the loader's own.
    expand: (document) =>
      Promise.resolve({
        document: { ...document, sha256, expansions: {} },
        skipped: [],
        notices: [],
      }),
  };
}

function read(name: string, parts: readonly LoadedDocument[], sha256: string): ReadSource {
  const [first] = parts;
  const metadata = Object.fromEntries(
    KEYS.flatMap((key) => {
      const value: unknown = first?.metadata?.[key];
      return value === undefined || value === null ? [] : [[key, value]];
    }),
  );
  const { given, notices } = readMetadata({ syntax: 'yaml', source: JSON.stringify(metadata) });
  const stem = name.replace(/^.*[/\\]/u, '').replace(/\.[^.]{1,9}$/u, '');
  const text = parts.map(({ pageContent }) => pageContent).join(BETWEEN);
  const pages = pagesOf(parts);
  return {
    source: {
      metadata: {
        ...given,
        id: given.id ?? documentIdFor(stem),
        title: given.title ?? titleOf(text, stem),
      },
      text,
      ...(pages.length === 0 ? {} : { pages }),
      sha256,
      path: name,
      file: name,
    },
    notices: notices.map((notice): FileNotice => ({ path: name, notice })),
    skipped: [],
  };
}

/** Loaders of PDFs number the pages that their documents are. */
function pagesOf(parts: readonly LoadedDocument[]): PageStart[] {
  let start = 0;
  return parts.flatMap(({ pageContent, metadata }) => {
    const { pageNumber } = (metadata?.['loc'] ?? {}) as { readonly pageNumber?: unknown };
    const page = typeof pageNumber === 'number' ? [{ start, page: String(pageNumber) }] : [];
    start += pageContent.length + BETWEEN.length;
    return page;
  });
}
