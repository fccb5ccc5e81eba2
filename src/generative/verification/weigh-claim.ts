import type { ClaimReader } from '../../ports/claim-reader.js';
import type { NumberedSentence } from '../numbered-evidence.js';
import { checkNames } from './check-names.js';
import { checkQuantities } from './check-quantities.js';
import type { Fault } from './check.js';
import { citedText } from './cited-text.js';
import { supportLogit, type SupportFeatures } from './support-model.js';

/** A claim beside one set of sentences. */
export interface WeighedClaim {
  readonly by: readonly NumberedSentence[];
  readonly features: SupportFeatures;
  /** That they bear it out. */
  readonly logit: number;
  /** What was looked up and does not stand there. */
  readonly fault: Fault | undefined;
}

/** Reads a claim beside each of several sets of sentences, in their order. */
export async function weighClaim(
  reader: ClaimReader,
  text: string,
  candidates: readonly (readonly NumberedSentence[])[],
): Promise<WeighedClaim[]> {
  const logits = await reader.weigh(
    text,
    candidates.map((some) => some.map(({ wording }) => wording)),
  );
  return candidates.map((by, i) => {
    const gathered = citedText(by);
    const [number, name] = [checkQuantities({ text }, gathered), checkNames({ text }, gathered)];
    const features = {
      read: logits[i] ?? -Infinity,
      numberFault: number !== undefined,
      nameFault: name !== undefined,
    };
    return { by, features, logit: supportLogit(features), fault: number ?? name };
  });
}
