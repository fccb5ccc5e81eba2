import { createHash } from 'node:crypto';
import { entriesOf } from '../../src/ingestion/entries.js';
import type { IndexContent, IndexedDocument, Paragraph } from '../../src/types.js';
import { pseudoRandom, unitVector } from './recording-embeddings.js';

/** A document of one paragraph a line, labelled `1`, `2`, …, with expansions by label. */
export function anIndexedDocument(
  id: string,
  lines: readonly string[],
  more: Partial<IndexedDocument> = {},
): IndexedDocument {
  const text = lines.join('\n');
  let start = 0;
  const paragraphs = lines.map((line, i): Paragraph => {
    const paragraph = {
      label: String(i + 1),
      section: ['PART'],
      places: [],
      text: line,
      start,
      end: start + line.length,
      bodyStart: start,
    };
    start += line.length + 1;
    return paragraph;
  });
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { id, title: id, language: 'en', text, paragraphs, sha256, expansions: {}, ...more };
}

/** Content with a vector of unit length for every entry. */
export function contentOf(documents: readonly IndexedDocument[], dimensions = 16): IndexContent {
  const entries = documents.flatMap((document) =>
    document.paragraphs.flatMap((paragraph) => entriesOf(document, paragraph)),
  );
  return {
    documents,
    entries,
    vectors: randomVectors({ count: entries.length, dimensions, seed: 7 }),
  };
}

export function randomVectors({
  count,
  dimensions,
  seed,
}: {
  readonly count: number;
  readonly dimensions: number;
  readonly seed: number;
}): IndexContent['vectors'] {
  const random = pseudoRandom(seed);
  return {
    values: Float32Array.from(
      Array.from({ length: count }, () => unitVector(random, dimensions)).flat(),
    ),
    dimensions,
  };
}
