/** Paragraphs that a model is shown: the right one is among 8 in .97 of questions, in .996 among 16. */
export const MAX_EVIDENCE_PARAGRAPHS = 16;
/**
 * Tokens of evidence, headings counted, that a model is shown for one answer: with the instructions,
 * what was said before and the reply they fit into a context of 4,096, which servers of one's own
 * often have.
 */
export const MAX_EVIDENCE_TOKENS = 2400;
