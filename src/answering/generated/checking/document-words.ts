import { stem, words } from '../../../text/tokenize.js';
import type { IndexedDocument } from '../../../types.js';
import { acronymsOf, capitalRuns, initialsOf } from './capitals.js';

/** What a document's own usage says of words with a capital. */
export interface DocumentWords {
  /** Words that it, or a question that leads to it, also writes small: `states`, `member`; a name is none of them. */
  readonly small: ReadonlySet<string>;
  /** Words that it writes with a capital and never small, lower case. */
  readonly names: ReadonlySet<string>;
  /** Stems of the words that an acronym of it stands for, by the first letters of neighbouring capitals. */
  readonly expansions: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A document of an index never changes; its words are gathered when it is first cited. */
const CACHE = new WeakMap<IndexedDocument, DocumentWords>();

export function documentWords(document: IndexedDocument): DocumentWords {
  const known = CACHE.get(document) ?? gather(`${document.title}\n${document.text}`, everydayWords(document));
  CACHE.set(document, known);
  return known;
}

function everydayWords({ expansions }: IndexedDocument): string {
  return Object.values(expansions).flatMap(({ questions }) => questions).join(' ');
}

function gather(text: string, everyday: string): DocumentWords {
  const capitals = new Set(capitalRuns(text).flat().map((word) => word.toLowerCase()));
  // Who asks in a hurry writes "china": only what the text writes small, or not at all, is no name.
  const small = new Set([...smallWords(text), ...smallWords(everyday).filter((word) => !capitals.has(word))]);
  const names = new Set<string>();
  const acronyms = acronymsOf(text);
  const expansions = new Map<string, Set<string>>();
  for (const run of capitalRuns(text)) {
    for (const word of run) if (!small.has(word.toLowerCase())) names.add(word.toLowerCase());
    const letters = run.map((word) => word.charAt(0)).join('');
    for (const initials of initialsOf(run)) {
      if (!acronyms.has(initials)) continue;
      const at = letters.indexOf(initials);
      const stems = expansions.get(initials) ?? new Set<string>();
      for (const word of run.slice(at, at + initials.length).flatMap(words)) stems.add(stem(word));
      expansions.set(initials, stems);
    }
  }
  return { small, names, expansions };
}

function smallWords(text: string): string[] {
  return text.match(/(?<![\p{L}\p{N}])\p{Ll}\p{L}*/gu) ?? [];
}
