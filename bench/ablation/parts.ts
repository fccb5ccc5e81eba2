/** A setting, and the value that leaves out what it steers. */
export interface Override {
  /** Source below `src/`, without its ending. */
  readonly file: 'retrieval/settings' | 'answering/settings';
  readonly name: string;
  /** As it is written in a program. */
  readonly value: string;
}

/** Something that questions go through, and how it is left out. */
export interface Part {
  readonly name: string;
  readonly overrides: readonly Override[];
}

function retrieval(name: string, value: string): Override {
  return { file: 'retrieval/settings', name, value };
}
function answering(name: string, value: string): Override {
  return { file: 'answering/settings', name, value };
}

/** What can be left out, in the order of a question's way; the whole comes first. */
export const PARTS: readonly Part[] = [
  { name: 'the whole', overrides: [] },
  { name: 'spelling mended', overrides: [retrieval('MIN_MENDED_WORD_LENGTH', 'Infinity')] },
  { name: 'questions before the last', overrides: [retrieval('MAX_EARLIER_QUESTIONS', '0')] },
  {
    name: 'questions taken apart at "and"',
    overrides: [retrieval('MAX_COORDINATION_SPLITS', '0')],
  },
  { name: 'several questions in one', overrides: [retrieval('MAX_SUB_QUESTIONS', '1')] },
  {
    name: 'documents by name',
    overrides: [
      retrieval('NAMED_DOCUMENT_BONUS', '0'),
      retrieval('WITH_DOCUMENT_NAME_WEIGHT', '0'),
    ],
  },
  { name: 'phrases in quotes', overrides: [retrieval('MAX_PHRASES', '0')] },
  {
    name: 'vectors of sentences',
    overrides: [retrieval('sentence', '0'), retrieval('passage', '1')],
  },
  {
    name: 'vectors of paragraphs',
    overrides: [retrieval('sentence', '1'), retrieval('passage', '0')],
  },
  {
    name: 'the less near of text and everyday questions',
    overrides: [retrieval('OTHER_SHARE', '0')],
  },
  { name: 'BM25', overrides: [retrieval('lexical', '0')] },
  { name: 'the reader on paragraphs', overrides: [retrieval('reading', '0')] },
  { name: 'the reader on sentences', overrides: [retrieval('SENTENCE_READING_WEIGHT', '0')] },
  { name: 'a second look of the reader', overrides: [retrieval('READ_PARAGRAPHS', '2')] },
  {
    name: 'the paragraph’s score for its sentences',
    overrides: [answering('paragraphWeight', '0')],
  },
  { name: 'what a first paragraph leaves open', overrides: [answering('minOpenShare', '2')] },
  { name: 'further sentences only where as good', overrides: [answering('minScoreShare', '0')] },
  { name: 'lists whole', overrides: [answering('maxListWords', '0')] },
  { name: 'whom "they" means', overrides: [answering('maxParagraphsBack', '0')] },
];
