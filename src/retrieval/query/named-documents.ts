import { remembered } from '../../documents/remembered.js';
import { isStopWord, stem, terms, words } from '../../language/tokenize.js';
import type { DocumentMetadata } from '../../types.js';
import { MAX_ALL_DOCUMENTS, MIN_NAME_LENGTH } from '../settings.js';
import { retrievalRules } from './retrieval-rules.js';

const RULES = retrievalRules('documentNames');
const NOUNS: ReadonlySet<string> = new Set(RULES.flatMap(({ nouns }) => nouns));
/** Letters of a name without its last vowel. By hand: fewer begin other words as well. */
const MIN_ROOT_LENGTH = 4;
const COMPARING: ReadonlySet<string> = new Set(RULES.flatMap(({ comparing }) => comparing));

/**
 * Ids of the documents that a question names: by a word of their place ("Sochi"), by a word of
 * their id where it is written as a name ("Compare Rio and Stockholm") or followed by what it names
 * ("the rio text"), or by speaking of both or all of a few. A word that two documents share names
 * neither. Empty where it names none.
 */
export function namedDocuments(question: string, documents: readonly DocumentMetadata[]): string[] {
  if (documents.length < 2) return [];
  if (documents.length <= MAX_ALL_DOCUMENTS && namesAll(question)) {
    return documents.map(({ id }) => id);
  }
  const { owners } = namesAmong(documents);
  const named = new Set(
    [...namingStems(question, documents).values()].map((name) => owners.get(name)),
  );
  return named.size === 0 ? [] : documents.map(({ id }) => id).filter((id) => named.has(id));
}

/**
 * The question without the words that only say which documents are meant; unchanged where nothing
 * else would be left.
 */
export function withoutDocumentNames(
  question: string,
  documents: readonly DocumentMetadata[],
): string {
  const naming = namingStems(question, documents);
  if (naming.size === 0 && !namesAll(question)) return question;
  const rest = question.replace(/[\p{L}\p{M}'’-]+/gu, (word) => {
    const parts = words(word);
    return parts.length > 0 &&
      parts.every((part) => naming.has(stem(part)) || NOUNS.has(part) || COMPARING.has(part))
      ? ' '
      : word;
  });
  return terms(rest).length === 0 ? question : rest.replace(/\s+/gu, ' ').trim();
}

/** "both declarations": all of a small corpus; in a larger one this names none in particular. */
function namesAll(question: string): boolean {
  return RULES.some(({ allOfThem }) => allOfThem.test(question));
}

/** Stems of the words of the question that name one document, with the name that they stand for. */
function namingStems(
  question: string,
  documents: readonly DocumentMetadata[],
): Map<string, string> {
  const { owners, places, namesOfEach } = namesAmong(documents);
  const asked = question.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
  const naming = new Map<string, string>();
  asked.forEach((word, i) => {
    const [part] = words(word);
    if (part === undefined) return;
    const own = stem(part);
    const name = owners.has(own) ? own : nameInOtherLetters(part, owners.keys());
    if (name === undefined) return;
    const isName = i > 0 && /^\p{Lu}/u.test(word);
    const isFollowed = NOUNS.has(asked[i + 1]?.toLowerCase() ?? '');
    if (places.has(own) || isName || isFollowed) naming.set(own, name);
  });
  // "Bay" of "Tallow Bay" belongs to that name, whatever other texts are called.
  const stems = asked.map((word) => words(word).map(stem)[0] ?? '');
  stems.forEach((own, i) => {
    for (const beside of [stems[i - 1], stems[i + 1]]) {
      const name = naming.get(beside ?? '');
      const document = name === undefined ? undefined : owners.get(name);
      if (name === undefined || document === undefined || naming.has(own)) continue;
      if (namesOfEach.get(document)?.has(own) === true) naming.set(own, name);
    }
  });
  return naming;
}

interface Names {
  /** Id of the one document that has a name. */
  readonly owners: ReadonlyMap<string, string>;
  /** Stems of the words of all places. */
  readonly places: ReadonlySet<string>;
  /** By id, names that documents share with others among them. */
  readonly namesOfEach: ReadonlyMap<string, ReadonlySet<string>>;
}

const namesAmong = remembered((documents: readonly DocumentMetadata[]): Names => {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  const namesOfEach = new Map(documents.map((document) => [document.id, namesOf(document)]));
  for (const document of documents) {
    for (const name of namesOfEach.get(document.id) ?? []) {
      if (owners.has(name)) shared.add(name);
      owners.set(name, document.id);
    }
  }
  for (const name of shared) owners.delete(name);
  const places = new Set(documents.flatMap(({ place = '' }) => words(place).map(stem)));
  return { owners, places, namesOfEach };
});

/** The name that a word of another script is made of: whatever its ending, it begins with it. */
function nameInOtherLetters(word: string, names: Iterable<string>): string | undefined {
  const latin = RULES.flatMap(({ inLatin }) => inLatin?.(word) ?? []).filter((own) => own !== word);
  if (latin.length === 0) return undefined;
  for (const name of names) {
    const root = name.replace(/[aeiouy]$/u, '');
    if (root.length >= MIN_ROOT_LENGTH && latin.some((own) => own.startsWith(root))) return name;
  }
  return undefined;
}

function namesOf({ id, place = '' }: DocumentMetadata): Set<string> {
  return new Set(
    words(`${id.replace(/[-_.~]/gu, ' ')} ${place}`)
      .filter(
        (word) =>
          word.length >= MIN_NAME_LENGTH &&
          !/\d/u.test(word) &&
          !isStopWord(word) &&
          !NOUNS.has(word),
      )
      .map(stem),
  );
}
