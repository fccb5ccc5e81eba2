import { isStopWord, stem, terms, words } from '../../language/tokenize.js';
import {
  WHOLE_DOCUMENT_INTENTS,
  type WholeDocumentRules,
} from '../../language/rules/whole-document-rules.js';
import type { KnownTexts } from './known-texts.js';

/** What is known of the words of a question about a text as a whole. */
export interface QuestionWords {
  /** Stems of what is asked in words of the prototypes, nouns for texts left out. */
  readonly asking: ReadonlySet<string>;
  /** Whether it speaks of a text as such: "the declaration". */
  readonly namesText: boolean;
  /** Words that neither frame such a question nor stand in any prototype: what else it asks of. */
  readonly unexplained: readonly string[];
  /** Whether one of these is a word of the texts: it asks what they say of that. */
  readonly asksOfContent: boolean;
}

export function questionWords(
  question: string,
  rules: WholeDocumentRules,
  texts: KnownTexts,
): QuestionWords {
  const nouns = new Set(rules.nouns);
  const pointing = new Set(rules.pointing);
  const framing = new Set(rules.framing);
  const known = prototypeTerms(rules);
  const all = words(question);
  const asking = new Set<string>();
  const unexplained: string[] = [];
  let namesText = false;
  let asksOfContent = false;
  all.forEach((word, i) => {
    if (nouns.has(word)) {
      if (pointing.has(all[i - 1] ?? '') || isOneOf(texts, word, rules)) namesText = true;
      else unexplained.push(word);
      return;
    }
    if (isStopWord(word) || framing.has(word) || titles(texts, all, { at: i, nouns })) return;
    const term = stem(word);
    if (known.has(term)) {
      asking.add(term);
      return;
    }
    unexplained.push(word);
    asksOfContent ||= texts.holds(term);
  });
  return { asking, namesText, unexplained, asksOfContent };
}

/** Stems that the prototypes are made of, nouns for texts left out. */
export function prototypeTerms(
  { prototypes, nouns }: Pick<WholeDocumentRules, 'prototypes' | 'nouns'>,
  intents: readonly (keyof WholeDocumentRules['prototypes'])[] = WHOLE_DOCUMENT_INTENTS,
): Set<string> {
  const said = intents.flatMap((intent) => words(prototypes[intent].join(' ')));
  return new Set(said.filter((word) => !nouns.includes(word) && !isStopWord(word)).map(stem));
}

/**
 * Whether a noun means one of the texts: any may be called so, a title says so, or no text speaks of
 * another thing of that name.
 */
function isOneOf(
  { documents, holds }: KnownTexts,
  noun: string,
  { anyText }: WholeDocumentRules,
): boolean {
  const term = stem(noun);
  return (
    anyText.includes(noun) ||
    documents.some(({ title, id }) =>
      terms(`${title} ${id.replace(/[-_.~]/gu, ' ')}`).includes(term),
    ) ||
    !holds(term)
  );
}

/** Whether a word belongs to a title that a noun ends: "the anniversary declaration". */
function titles(
  { documents }: KnownTexts,
  all: readonly string[],
  { at, nouns }: { readonly at: number; readonly nouns: ReadonlySet<string> },
): boolean {
  const end = all.findIndex((word, i) => i > at && nouns.has(word));
  if (end < 0) return false;
  const run = all.slice(at, end + 1).filter((word) => !isStopWord(word));
  return documents.some(({ title }) => {
    const titled = new Set(terms(title));
    return run.every((word) => titled.has(stem(word)));
  });
}
