import { words } from '../../language/tokenize.js';
import { SOURCE_NOUNS } from '../source-nouns.js';
import { isThinking } from './thinking-names.js';

/** What the value beside a key is to the reader of an answer. */
export type Role =
  | 'words'
  /** Numbers of sources, and what these are called or say. */
  | 'sources'
  /** Numbers of sources, or words: "sentences" are given as either. */
  | 'sources-or-words'
  | 'nothing';

/** How programs call what holds sources; what {@link SOURCE_NOUNS} has beside may hold words too. */
const OF_SOURCES = namesOf('citation source reference ref cite evidence quote quotation footnote');
/** What numbers one of several things, whose name stands before it: `source_ids`. */
const OF_NUMBERS = namesOf('id number index');
const IDS = namesOf('id');

function namesOf(listed: string): ReadonlySet<string> {
  return new Set(listed.split(' ').flatMap((name) => [name, `${name}s`]));
}

/** `role`: that of the object in which the key stands. */
export function roleOfKey(key: string, role: Role): Role {
  const said = words(key.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' '));
  const last = said.at(-1) ?? '';
  const isNumber = OF_NUMBERS.has(last);
  const noun = isNumber ? said.at(-2) : last;
  if (role === 'sources') {
    const isOfSource = noun === undefined || OF_SOURCES.has(noun) || SOURCE_NOUNS.has(noun);
    return isOfSource ? 'sources' : 'nothing';
  }
  if (role === 'nothing' || isThinking(key.trim().toLowerCase())) return 'nothing';
  if ((noun !== undefined && OF_SOURCES.has(noun)) || said.includes('cited')) return 'sources';
  if (noun !== undefined && SOURCE_NOUNS.has(noun)) return 'sources-or-words';
  return IDS.has(last) ? 'nothing' : role;
}
