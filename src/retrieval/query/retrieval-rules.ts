import { rulesOf } from '../../language/languages.js';
import type { RetrievalQuestionRules } from '../../language/rules/retrieval-question-rules.js';

/** What each language that has such rules of questions knows; at least one does. */
export function retrievalRules<Part extends keyof RetrievalQuestionRules>(
  part: Part,
): NonNullable<RetrievalQuestionRules[Part]>[] {
  return rulesOf('questions').flatMap(({ retrieval }) => retrieval?.[part] ?? []);
}
