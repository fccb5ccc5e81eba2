import type { ReferenceRules } from '../../../rules/retrieval-question-rules.js';

export const REFERENCES: ReferenceRules = {
  paragraph: [
    String.raw`paragraphs?|paras?\.?|pars?\.|points?|articles?|art\.?`,
    'principles?|clauses?|items?',
  ].join('|'),
  section: String.raw`sections?|sec\.?|chapters?|parts?|headings?`,
  numberSign: String.raw`no\.?`,
  range: 'to|through',
  conjunction: 'and',
  headingNames: 'chapter|section|part|title|article',
  /** "Article I?", "part I of the treaty", but "any articles I should read". */
  wordLikeNumeral: {
    numeral: 'I',
    before: 'of|in|says?|states?|provides?|deals?|means?|contains?|about|on',
  },
  wholeSection: [
    'summary',
    'content',
    'contain',
    'cover',
    'deal',
    'read',
    'show',
    'text',
    'declaration',
    'treaty',
    'charter',
  ],
};
