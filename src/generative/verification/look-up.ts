import type { NumberedSentence } from '../numbered-evidence.js';
import { checkFragments } from './check-fragments.js';
import { checkNames } from './check-names.js';
import { checkQuantities } from './check-quantities.js';
import { checkQuotations } from './check-quotations.js';
import type { Check, Fault } from './check.js';
import { citedText } from './cited-text.js';

/** What can be looked up in any language. */
const ANYWHERE: readonly Check[] = [checkFragments, checkQuotations, checkQuantities];
/** What can be looked up where claim and text are in one language. */
const IN_ONE_LANGUAGE: readonly Check[] = [...ANYWHERE, checkNames];

/** What of a claim does not stand in what it cites; undefined where nothing is missing. */
export function lookUp(
  text: string,
  {
    cited,
    sameLanguage,
  }: { readonly cited: readonly NumberedSentence[]; readonly sameLanguage: boolean },
): Fault | undefined {
  const gathered = citedText(cited);
  for (const check of sameLanguage ? IN_ONE_LANGUAGE : ANYWHERE) {
    const fault = check({ text }, gathered);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
