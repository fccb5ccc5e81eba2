/** What a text of the corpus may be called; in the singular, lower case. */
const SINGULAR: readonly string[] = [
  'declaration',
  'document',
  'text',
  'treaty',
  'charter',
  'accord',
  'agreement',
  'convention',
  'covenant',
  'pact',
  'protocol',
  'compact',
];

/** The same with their plurals. */
export const DOCUMENT_NOUNS: readonly string[] = SINGULAR.flatMap((noun) => [
  noun,
  `${noun}s`,
]).concat('treaties');
