import type { ReferenceRules } from '../../../rules/reference-rules.js';
import { NUMBERS } from '../../numbers.js';

/** "fourth-last", "sixth to last", "last but three". */
const FURTHER_FROM_END = NUMBERS.ordinals
  .slice(4)
  .map(
    (ordinal, i) =>
      String.raw`${ordinal}[-\s](?:(?:to|from)[-\s](?:the[-\s])?)?last|last but ${NUMBERS.cardinals[i + 3] ?? ''}`,
  );

export const REFERENCES: ReferenceRules = {
  names: {
    annex: 'annex(?:es)?|annexes|appendix|appendices|schedules?|protocols?',
    part: 'parts?|books?|titles?',
    chapter: String.raw`chapters?|chap\.|ch\.`,
    subdivision: 'divisions?|subchapters?|subdivisions?|lists?',
    article: String.raw`articles?|arts?\.?`,
    principle: 'principles?',
    rule: 'rules?',
    guideline: 'guidelines?|guiding principles?',
    recommendation: 'recommendations?',
    commitment: 'commitments?',
    goal: 'goals?|objectives?|targets?',
    regulation: String.raw`regulations?|reg\.`,
    clause: String.raw`clauses?|cl\.`,
    paragraph: String.raw`paragraphs?|paras?\.?|pars?\.`,
    action: 'actions?',
    point: String.raw`points?|pts?\.`,
    amendment: String.raw`amendments?|amend\.`,
    decision: 'decisions?',
    resolution: 'resolutions?',
    section: String.raw`sections?|secs?\.?|headings?`,
    item: String.raw`items?|entry|entries|letters?|lit\.|sub-?(?:para(?:graph)?|clause|section|item|point)s?|indents?`,
    recital: 'recitals?|preamb(?:ular|le) paragraphs?',
    preamble: 'preamble',
    sentence: 'sentences?',
  },
  numberSign: String.raw`no\.?|numbers?|nr\.?|#`,
  range: 'to|through|until|till',
  conjunction: 'and|or',
  of: '(?:of|in|under|from|to|within)(?: (?:the|its|that|this))?',
  ordinals: NUMBERS.ordinals.slice(1),
  ordinalEnding: 'st|nd|rd|th',
  fromEnd: [
    'last|final',
    String.raw`penultimate|last but one|(?:second|next)[-\s](?:to[-\s])?last`,
    String.raw`antepenultimate|last but two|third[-\s](?:(?:to|from)[-\s](?:the[-\s])?)?last`,
    ...FURTHER_FROM_END,
  ],
  fromEndBehind: ['', 'before (?:the )?last', '(?:two|second) before (?:the )?last'],
  /** "Article I?", "part I of the treaty", but "any articles I should read". */
  wordLike: {
    numbers: '[a-z]|mix|dim|mid|did|lid|mild|vivid|civil|civic',
    before: 'of|in|says?|states?|provides?|deals?|means?|contains?|about|on|under',
  },
  summarising: String.raw`summar\p{L}*|sum up|gist|overview|outline|briefly|in short|main points|key points`,
  asking: [
    String.raw`summar\p{L}*|contents?|contain\p{L}*|cover\p{L}*|deals?|reads?|show\p{L}*|text`,
    String.raw`wording|full|exact(?:ly)?|words?|word for word|verbatim|gives?|tell|quot\p{L}*`,
    String.raw`cit\p{L}*|print|display|recit\p{L}*|repeat|explain\p{L}*|describ\p{L}*`,
    String.raw`mean\p{L}*|compar\p{L}*|differ\p{L}*|both|each|say\p{L}*|said|stat(?:es?|ed)`,
    String.raw`stand\p{L}*|provi(?:de|sion)\p{L}*|regulat\p{L}*|prescrib\p{L}*|written|find`,
    String.raw`found|look|see|know|please|about|paraphras\p{L}*|declarations?|treat(?:y|ies)`,
    'charter|constitution|convention|agreement|statutes?|bylaws|documents?|law|act',
    String.raw`main|points?|go|goes|call\p{L}*|titled?|entitled|subject|whole|entire\p{L}*|complete\p{L}*`,
  ].join('|'),
};
