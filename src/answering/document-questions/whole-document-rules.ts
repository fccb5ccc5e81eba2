import { LANGUAGES, rulesOf } from '../../language/languages.js';
import type { WholeDocumentRules } from '../../language/rules/whole-document-rules.js';

/** Those of every language that has any. */
export const WHOLE_DOCUMENT_RULES: readonly WholeDocumentRules[] = rulesOf('questions').flatMap(
  ({ wholeDocument }) => wholeDocument ?? [],
);

/** Those of one language; undefined for most. */
export function wholeDocumentRulesFor(tag: string): WholeDocumentRules | undefined {
  return LANGUAGES.find((language) => language.tag === tag)?.questions?.wholeDocument;
}
