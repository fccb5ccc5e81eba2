import { addExpansions } from '../adapters/corpus/add-expansions.js';
import { expansionsPath, withExpansions } from '../adapters/corpus/expansions.js';
import { readCorpus } from '../adapters/corpus/read-corpus.js';
import { toDocument } from '../documents/to-document.js';
import type { ExpandOptions } from '../ingestion/expansion/expand-documents.js';
import { missingExpansions } from '../ingestion/expansion/expansion-request.js';

/**
 * The paragraphs of a corpus folder that have no everyday questions yet, and what writes theirs
 * into the files beside the texts.
 * @throws DeclarationChatError `unreadable-corpus`, `unreadable-document`
 */
export async function openExpansion(
  corpusDir: string,
): Promise<Pick<ExpandOptions, 'requests' | 'save'>> {
  const corpus = await readCorpus(corpusDir);
  const documents = await Promise.all(
    corpus.documents.map((source) => withExpansions(toDocument(source), source)),
  );
  const files = new Map(
    corpus.documents.map(({ metadata, path }) => [metadata.id, expansionsPath(path)]),
  );
  return {
    requests: missingExpansions(documents),
    save: ({ id }, written) =>
      addExpansions(
        files.get(id) ?? '',
        written.map(({ paragraph, expansion }) => [paragraph.label, expansion]),
      ),
  };
}
