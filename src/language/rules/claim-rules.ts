/**
 * What the check of a chat model's sentences has to know of a language. Words are in lower case and
 * in the form that `words` gives them; a rule holds if it holds in any language that has it.
 */
export interface ClaimRules {
  readonly quantities: QuantityRules;
  readonly dates: DateRules;
  /** How texts that were written for a model speak to it. None of it occurs in a treaty. */
  readonly addressesModel: readonly RegExp[];
}

export interface QuantityRules {
  /** As often words of their own as numbers: "one of", "first of all". */
  readonly doubtful: readonly string[];
  /** Between hundreds and what is below: "two hundred and five". */
  readonly beforeRest: readonly string[];
  /** Phrases that count, and the plain ones that stand for them; with the `g` flag. */
  readonly plainCounts: readonly (readonly [phrase: RegExp, plain: string])[];
  /** Names a document together with its date; with the `g` flag. */
  readonly datedDocument: RegExp;
  /** Names a paragraph together with its number, group `label`; with the `g` flag. */
  readonly numberedPart: RegExp;
}

export interface DateRules {
  /**
   * With groups `day`, `lastDay`, `month`, `year` as far as there are any, in the order in which
   * they are tried; of a text in lower case; with the `g` flag.
   */
  readonly forms: readonly RegExp[];
  /** Months that are no other words as well, alone, group `month`; with the `g` flag. */
  readonly monthAlone: RegExp;
}
