import { isStopWord, stem, words } from '../../language/tokenize.js';
import type { IndexedDocument } from '../../types.js';
import {
  acronymsOf,
  capitalRuns,
  SHORT_FORM,
  SHORT_FORM_PLURALS,
  shortFormsOf,
  type Run,
} from './capitals.js';

/** What a document's own usage says of words with a capital. */
export interface DocumentWords {
  /**
   * Words that it, or a question that leads to it, also writes small: `states`, `member`; a name is
   * none of them.
   */
  readonly small: ReadonlySet<string>;
  /** Words that it writes with a capital within sentences and never small, lower case. */
  readonly names: ReadonlySet<string>;
  /**
   * Stems of the words that an acronym of it stands for, by the first letters of neighbouring
   * capitals.
   */
  readonly expansions: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of its title and place. */
  readonly titleRuns: readonly Run[];
}

/** After a small letter, a number or a comma, or after another capital there. */
const WITHIN_SENTENCE =
  /(?=\p{Lu})(?<=[\p{Ll}\p{N},]\s{1,8}(?:["“(]?\p{Lu}\p{L}*[\s-]{1,8}){0,4}["“(]?)\p{Lu}[\p{L}\p{N}]*/gu;

/** Words before a short form that it may stand for. */
const MAX_DEFINED = 12;
/** "information and communication technologies (ICTs)". */
const DEFINED = new RegExp(
  String.raw`(?<![\p{L}-])((?:[\p{L}-]+ ){2,${MAX_DEFINED}})\((${SHORT_FORM})(?:${SHORT_FORM_PLURALS})?\)`,
  'gu',
);

/** A document of an index never changes; its words are gathered when it is first cited. */
const CACHE = new WeakMap<IndexedDocument, DocumentWords>();

export function documentWords(document: IndexedDocument): DocumentWords {
  const known = CACHE.get(document) ?? gather(document);
  CACHE.set(document, known);
  return known;
}

function everydayWords({ expansions }: IndexedDocument): string {
  return Object.values(expansions)
    .flatMap(({ questions }) => questions)
    .join(' ');
}

function gather(document: IndexedDocument): DocumentWords {
  const text = `${document.title}\n${document.text}`;
  const capitals = new Set(
    capitalRuns(text)
      .flat()
      .map((word) => word.toLowerCase()),
  );
  // Who asks in a hurry writes "china": only what the text writes small, or not at all, is no name.
  const small = new Set([
    ...smallWords(text),
    ...smallWords(everydayWords(document)).filter((word) => !capitals.has(word)),
  ]);
  const names = new Set(
    (text.match(WITHIN_SENTENCE) ?? [])
      .map((word) => word.toLowerCase())
      .filter((word) => !small.has(word) && !isStopWord(word)),
  );
  const acronyms = acronymsOf(text);
  const expansions = new Map<string, Set<string>>();
  for (const run of capitalRuns(text)) {
    for (const { letters, of } of shortFormsOf(run)) {
      if (!acronyms.has(letters)) continue;
      const stems = expansions.get(letters) ?? new Set<string>();
      for (const word of of.flatMap(words)) stems.add(stem(word));
      expansions.set(letters, stems);
    }
  }
  for (const [, before = '', letters = ''] of text.matchAll(DEFINED)) {
    const parts = words(before).slice(-MAX_DEFINED);
    const of = parts
      .map((_, from) => parts.slice(from))
      .find((some) => firstLetters(some) === letters.toLowerCase());
    if (of !== undefined) {
      expansions.set(letters, new Set(of.filter((word) => !isStopWord(word)).map(stem)));
    }
  }
  return {
    small,
    names,
    expansions,
    titleRuns: [document.title, document.place ?? ''].flatMap(capitalRuns),
  };
}

function smallWords(text: string): string[] {
  return text.match(/(?<![\p{L}\p{N}])\p{Ll}\p{L}*/gu) ?? [];
}

function firstLetters(some: readonly string[]): string {
  return some
    .filter((word) => !isStopWord(word))
    .map((word) => word.charAt(0))
    .join('');
}
