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
  const small = new Set(`${text} ${everyday}`.match(/(?<![\p{L}\p{N}])\p{Ll}\p{L}*/gu) ?? []);
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
