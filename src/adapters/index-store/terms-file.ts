import { z } from 'zod';
import { documentTerms, type DocumentTerms } from '../../documents/document-terms.js';
import type { ListedDocument } from '../../ports/search-index.js';
import { listedDocument } from '../../retrieval/search/listed-document.js';
import { vectorCountsOf, type VectorCounts } from '../../retrieval/search/indexed-paragraphs.js';
import type { IndexedDocument, IndexEntry } from '../../types.js';
import { corrupt } from './faults.js';
import { readSealed } from './sealed-file.js';

/** All of a document that is kept in memory. */
export interface DescribedDocument {
  readonly about: ListedDocument;
  readonly terms: DocumentTerms;
  /** Of each paragraph. */
  readonly vectorCounts: readonly VectorCounts[];
}

const KINDS = ['passage', 'sentence', 'question'] as const;
const NUMBER_BYTES = Uint32Array.BYTES_PER_ELEMENT;

const head = z.object({
  about: z.looseObject({ id: z.string(), paragraphCount: z.int().nonnegative() }),
  terms: z.array(z.string()),
  wording: z.int().nonnegative(),
  words: z.array(z.string()),
  /** How many postings there are. */
  postings: z.int().nonnegative(),
});

export function describeTerms(
  document: IndexedDocument,
  entries: readonly IndexEntry[],
): DescribedDocument {
  return {
    about: listedDocument(document),
    terms: documentTerms(document),
    vectorCounts: vectorCountsOf(document, entries),
  };
}

/**
 * The length of a head as a whole number of 4 bytes, the head as JSON, blanks up to a multiple of 4,
 * then whole numbers of 4 bytes, little-endian: lengths, offsets, ids, frequencies, counts of words,
 * and the counts of vectors, kind by kind.
 */
export function encodeTerms({ about, terms, vectorCounts }: DescribedDocument): Buffer {
  const json = JSON.stringify({
    about,
    terms: terms.terms,
    wording: terms.wording,
    words: terms.words,
    postings: terms.ids.length,
  });
  const text = Buffer.from(json);
  const padded = Buffer.concat([text, Buffer.alloc(-text.length & (NUMBER_BYTES - 1), ' ')]);
  const numbers = [
    Uint32Array.of(padded.length),
    terms.lengths,
    terms.offsets,
    terms.ids,
    terms.frequencies,
    terms.wordCounts,
    ...KINDS.map((kind) => Uint32Array.from(vectorCounts, (counts) => counts[kind])),
  ].map(toBytes);
  return Buffer.concat([numbers[0] ?? Buffer.alloc(0), padded, ...numbers.slice(1)]);
}

/**
 * What {@link encodeTerms} wrote, behind its seal.
 * @throws DeclarationChatError `index-corrupt`
 */
export async function readTerms(path: string): Promise<DescribedDocument> {
  const bytes = await readSealed(path);
  const headBytes = bytes.readUInt32LE();
  const text = bytes.subarray(NUMBER_BYTES, NUMBER_BYTES + headBytes).toString();
  const { about, terms, wording, words, postings } = head.parse(JSON.parse(text));
  const numbers = toNumbers(bytes.subarray(NUMBER_BYTES + headBytes));
  const { paragraphCount } = about;
  let next = 0;
  const take = (count: number): Uint32Array => {
    next += count;
    return numbers.subarray(next - count, next);
  };
  const lengths = take(paragraphCount);
  const offsets = take(paragraphCount + 1);
  const ids = take(postings);
  const frequencies = take(postings);
  const wordCounts = take(words.length);
  const [passages, sentences, questions] = KINDS.map(() => take(paragraphCount));
  if (next !== numbers.length) throw corrupt(path, 'it is longer or shorter than it says');
  return {
    about: about as unknown as ListedDocument,
    terms: { terms, wording, lengths, offsets, ids, frequencies, words, wordCounts },
    vectorCounts: Array.from({ length: paragraphCount }, (_, i) => ({
      passage: passages?.[i] ?? 0,
      sentence: sentences?.[i] ?? 0,
      question: questions?.[i] ?? 0,
    })),
  };
}

function toBytes(numbers: Uint32Array): Buffer {
  const bytes = Buffer.alloc(numbers.byteLength);
  numbers.forEach((number, i) => bytes.writeUInt32LE(number, i * NUMBER_BYTES));
  return bytes;
}

function toNumbers(bytes: Buffer): Uint32Array {
  const numbers = new Uint32Array(bytes.length / NUMBER_BYTES);
  for (let i = 0; i < numbers.length; i++) numbers[i] = bytes.readUInt32LE(i * NUMBER_BYTES);
  return numbers;
}
