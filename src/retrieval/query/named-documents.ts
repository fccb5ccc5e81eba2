import { isStopWord, stem, terms, words } from '../../language/tokenize.js';
import type { Document } from '../../types.js';

/** "both declarations", "each of the two texts", "the two documents": all of a small corpus. */
const ALL_OF_THEM =
  /\b(?:both|two|each of the|all of the|all the|all)(?: two| of the| these)? (?:declarations|documents|texts|treaties|charters)\b|\beach (?:declaration|document|text|treaty|charter)\b|\bdeclaration each\b/iu;
/** In a larger corpus "all documents" names none in particular. */
const MAX_ALL = 4;
const MIN_NAME_LENGTH = 3;
const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(
  [
    'declaration',
    'document',
    'text',
    'treaty',
    'charter',
    'accord',
    'agreement',
    'convention',
    'covenant',
    'pact',
    'protocol',
    'compact',
  ]
    .flatMap((noun) => [noun, `${noun}s`])
    .concat('treaties'),
);
/** Words of a comparison that say nothing of its subject. */
const COMPARING: ReadonlySet<string> = new Set(['compare', 'both', 'each', 'two']);

/**
 * Ids of the documents that a question names: by a word of their place ("Sochi"), by a word of
 * their id where it is written as a name ("Compare Rio and Stockholm") or followed by what it names
 * ("the rio text"), or by speaking of both or all of a few. A word that two documents share names
 * neither. Empty where it names none.
 */
export function namedDocuments(question: string, documents: readonly Document[]): string[] {
  if (documents.length < 2) return [];
  if (documents.length <= MAX_ALL && ALL_OF_THEM.test(question)) {
    return documents.map(({ id }) => id);
  }
  const naming = namingStems(question, documents);
  return documents
    .filter((document) => [...namesOf(document)].some((name) => naming.has(name)))
    .map(({ id }) => id);
}

/**
 * The question without the words that only say which documents are meant; unchanged where nothing
 * else would be left.
 */
export function withoutDocumentNames(question: string, documents: readonly Document[]): string {
  const naming = namingStems(question, documents);
  if (naming.size === 0 && !ALL_OF_THEM.test(question)) return question;
  const rest = question.replace(/[\p{L}\p{M}'’-]+/gu, (word) => {
    const parts = words(word);
    return parts.length > 0 &&
      parts.every(
        (part) => naming.has(stem(part)) || DOCUMENT_NOUNS.has(part) || COMPARING.has(part),
      )
      ? ' '
      : word;
  });
  return terms(rest).length === 0 ? question : rest.replace(/\s+/gu, ' ').trim();
}

/** Stems of the words of the question that name one document. */
function namingStems(question: string, documents: readonly Document[]): Set<string> {
  const owners = new Map<string, number>();
  for (const document of documents) {
    for (const name of namesOf(document)) owners.set(name, (owners.get(name) ?? 0) + 1);
  }
  const places = new Set(documents.flatMap(({ place = '' }) => words(place).map(stem)));
  const asked = question.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
  const naming = new Set<string>();
  asked.forEach((word, i) => {
    const [part] = words(word);
    if (part === undefined || owners.get(stem(part)) !== 1) return;
    const isName = i > 0 && /^\p{Lu}/u.test(word);
    const isFollowed = DOCUMENT_NOUNS.has(asked[i + 1]?.toLowerCase() ?? '');
    if (places.has(stem(part)) || isName || isFollowed) naming.add(stem(part));
  });
  return naming;
}

function namesOf({ id, place = '' }: Document): Set<string> {
  return new Set(
    words(`${id.replace(/[-_.~]/gu, ' ')} ${place}`)
      .filter(
        (word) =>
          word.length >= MIN_NAME_LENGTH &&
          !/\d/u.test(word) &&
          !isStopWord(word) &&
          !DOCUMENT_NOUNS.has(word),
      )
      .map(stem),
  );
}
