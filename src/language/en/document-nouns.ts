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

/** The more usual of them, by which a claim names the text that it cites. */
const CITED_BY: readonly string[] = [
  'declaration',
  'document',
  'text',
  'charter',
  'treaty',
  'convention',
  'agreement',
  'statement',
];

/** Texts, and events that texts are named after: "the 2016 forum" for its declaration. */
export const DATED_DOCUMENT_NOUNS: readonly string[] = [...CITED_BY, 'forum', 'summit', 'meeting'];

/** What beside a word of its title names a text: "the Dushanbe initiative", "the Sochi meeting". */
export const TITLED_DOCUMENT_NOUNS: readonly string[] = [...DATED_DOCUMENT_NOUNS, 'initiative'];
