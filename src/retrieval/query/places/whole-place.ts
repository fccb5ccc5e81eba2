import { alternatives } from '../../../language/any-of.js';
import { terms } from '../../../language/tokenize.js';
import type { Document } from '../../../types.js';
import { withoutDocumentNames } from '../named-documents.js';
import { retrievalRules } from '../retrieval-rules.js';
import { withoutReferences } from './references.js';

const ASKING = alternatives(retrievalRules('references').flatMap(({ asking }) => asking ?? []));
const HAN = String.raw`\p{Script=Han}`;
/** Whole words, and anywhere in a script that has no blanks between them. */
const WHOLE_PLACE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${ASKING})(?![\p{L}\p{N}])|(?<=${HAN}|^|\P{L})(?=${HAN})(?:${ASKING})`,
  'giu',
);

/** Whether a question asks something of the places that it names, and not just for what they say. */
export function asksForMore(question: string, documents: readonly Document[]): boolean {
  const titles = new Set(
    documents.flatMap(({ id, title, place = '' }) => terms(`${id} ${title} ${place}`)),
  );
  const rest = withoutDocumentNames(withoutReferences(question), documents);
  return terms(rest.replace(WHOLE_PLACE, ' ')).some((term) => !titles.has(term));
}
