/** What most texts of a corpus are called; in the singular, lower case. */
const COMMON: readonly string[] = [
  'declaration',
  'document',
  'text',
  'treaty',
  'charter',
  'agreement',
  'convention',
];

/** What a text may be called, with plurals. */
export const DOCUMENT_NOUNS: readonly string[] = [
  ...COMMON,
  'accord',
  'covenant',
  'pact',
  'protocol',
  'compact',
]
  .flatMap((noun) => [noun, `${noun}s`])
  .concat('treaties');

/** Texts, and events that texts are named after: "the 2016 forum" for its declaration. */
export const DATED_DOCUMENT_NOUNS: readonly string[] = [
  ...COMMON,
  'statement',
  'forum',
  'summit',
  'meeting',
];
