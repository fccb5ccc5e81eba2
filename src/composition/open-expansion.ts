import { addExpansions } from '../adapters/corpus/add-expansions.js';
import { expansionsPath } from '../adapters/corpus/expansions.js';
import { openingOf } from '../adapters/corpus/place-expansions.js';
import { DeclarationChatError } from '../errors.js';
import type { ExpandOptions } from '../ingestion/expansion/expand-documents.js';
import { missingExpansions } from '../ingestion/expansion/expansion-request.js';
import { readCorpusDocuments } from './read-corpus-documents.js';

/**
 * The paragraphs of a corpus folder that have no everyday questions yet, and what writes theirs
 * into the files beside the texts.
 * @throws DeclarationChatError `unreadable-corpus`, `unreadable-document`
 */
export async function openExpansion(
  corpusDir: string,
): Promise<Pick<ExpandOptions, 'requests' | 'save'>> {
  const { documents, sources, skipped } = await readCorpusDocuments(corpusDir);
  const files = new Map(sources.map(({ metadata, path }) => [metadata.id, expansionsPath(path)]));
  const damaged = skipped.find(({ path }) => [...files.values()].includes(path));
  if (damaged !== undefined) {
    // What is written could not be added to it.
    throw new DeclarationChatError('unreadable-document', `${damaged.path} ${damaged.reason}`);
  }
  return {
    requests: missingExpansions(documents),
    save: ({ id }, written) =>
      addExpansions(
        files.get(id) ?? '',
        written.map(({ paragraph, expansion }) => [
          paragraph.label,
          { ...expansion, begins: openingOf(paragraph) },
        ]),
      ),
  };
}
