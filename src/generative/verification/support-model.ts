/** What is known of a claim beside what it cites. */
export interface SupportFeatures {
  /** Logit of the reader. */
  readonly read: number;
  /** Whether a number or a date of it does not stand there. */
  readonly numberFault: boolean;
  /** Whether a name of it stands nowhere in the text. */
  readonly nameFault: boolean;
}

/**
 * A logistic regression: logit = intercept + what each feature adds. `training/claims/fit.ts` fits
 * it and says what it costs.
 */
export const SUPPORT_MODEL = {
  intercept: -0.19,
  read: 0.3,
  numberFault: -0.48,
  nameFault: -0.19,
  /** The least logit at which a claim counts as borne out. */
  level: 0,
  /** The same by cosine, where the reader does not read the language: it is near, at most. */
  minSimilarity: 0.4,
} as const;

/** Logit that a claim is borne out by what it cites. */
export function supportLogit({ read, numberFault, nameFault }: SupportFeatures): number {
  return (
    SUPPORT_MODEL.intercept +
    SUPPORT_MODEL.read * read +
    (numberFault ? SUPPORT_MODEL.numberFault : 0) +
    (nameFault ? SUPPORT_MODEL.nameFault : 0)
  );
}
