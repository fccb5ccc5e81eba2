/**
 * Words of evidence, headings counted, that a model is shown for one answer. From about 100, below
 * which not even one paragraph fits, to what its context holds. 900 are about 1200 tokens: what a
 * small model on a processor reads within half a minute or so.
 */
export const MAX_EVIDENCE_WORDS = 900;
