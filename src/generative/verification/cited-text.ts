import { stem, words } from '../../language/tokenize.js';
import type { NumberedSentence } from '../numbered-evidence.js';
import { acronymsOf, capitalRuns, initialsOf, type Run } from './capitals.js';
import { documentWords, type DocumentWords } from './document-words.js';
import { readQuantities, type Quantities } from './quantities.js';
import { comparable } from './quotations.js';
import { sentenceStems } from './sentence-stems.js';

/** All that a claim may rest on. */
export interface CitedText {
  readonly sentences: readonly NumberedSentence[];
  /** The cited sentences, one a line. */
  readonly text: string;
  /** Stems of every word, stop words too, and of what its acronyms stand for. */
  readonly stems: ReadonlySet<string>;
  readonly quantities: Quantities;
  readonly acronyms: ReadonlySet<string>;
  /** First letters of names that are written out. */
  readonly initials: ReadonlySet<string>;
  /** Words with a capital that the document never writes small, lower case. */
  readonly names: ReadonlySet<string>;
  readonly documents: readonly DocumentWords[];
  /** Stems of titles, places and headings, and short forms of what they name. */
  readonly contextStems: ReadonlySet<string>;
  /**
   * Stems of the names in what stands before the cited sentences in their paragraphs: "they" and
   * "the Organization" are found there.
   */
  readonly earlierNames: ReadonlySet<string>;
  readonly titleStems: ReadonlySet<string>;
  readonly titleRuns: readonly Run[];
  /** Dates of the documents, ISO 8601. */
  readonly documentDates: readonly string[];
  /** Numbers of paragraphs and headings by which the sentences may be named. */
  readonly labels: ReadonlySet<string>;
  /** In one of which a quotation must stand. */
  readonly quotable: readonly string[];
}

const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu;

/** Gathers what the cited sentences say, and where they stand. */
export function citedText(sentences: readonly NumberedSentence[]): CitedText {
  const parts = sentences.map(({ paragraph, span }) =>
    paragraph.document.text.slice(span.start, span.end),
  );
  const text = parts.join('\n');
  const sources = [...new Set(sentences.map(({ paragraph }) => paragraph.document))];
  const documents = sources.map(documentWords);
  const sections = [...new Set(sentences.flatMap(({ paragraph }) => paragraph.paragraph.section))];
  const titles = sources.flatMap(({ title, place = '' }) => [title, place]);
  const acronyms = acronymsOf(text);
  const runs = capitalRuns(text);
  const spelledOut = [...acronyms].flatMap((acronym) =>
    documents.flatMap(({ expansions }) => [...(expansions.get(acronym) ?? [])]),
  );
  const contextStems = new Set([...titles, ...sections].flatMap(words).map(stem));
  for (const [acronym, stems] of documents.flatMap(({ expansions }) => [...expansions])) {
    if ([...stems].every((part) => contextStems.has(part))) {
      contextStems.add(stem(acronym.toLowerCase()));
    }
  }
  const earlier = sentences.map(({ paragraph: { document, paragraph }, span }) =>
    document.text.slice(paragraph.bodyStart, span.start),
  );
  return {
    sentences,
    text,
    stems: new Set([
      ...sentences.flatMap((sentence) => [...sentenceStems(sentence)]),
      ...spelledOut,
    ]),
    quantities: readQuantities(text),
    acronyms,
    initials: new Set(runs.flatMap(initialsOf)),
    names: new Set(
      runs
        .flat()
        .map((word) => word.toLowerCase())
        .filter((word) => documents.some(({ names }) => names.has(word))),
    ),
    documents,
    contextStems,
    earlierNames: new Set(
      earlier
        .flatMap((before) => before.match(CAPITALISED) ?? [])
        .flatMap(words)
        .map(stem),
    ),
    titleStems: new Set(titles.flatMap(words).map(stem)),
    titleRuns: documents.flatMap((document) => document.titleRuns),
    documentDates: sources.flatMap(({ date }) => date ?? []),
    labels: new Set([
      ...sentences.map(({ paragraph }) => paragraph.paragraph.label),
      ...sections.flatMap((heading) => /^\s*(\d+(?:\.\d+)*)/u.exec(heading)?.[1] ?? []),
    ]),
    quotable: [...parts, parts.join(' '), ...titles, ...sections].map(comparable),
  };
}
