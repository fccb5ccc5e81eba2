import type { Language } from '../language.js';
import { PARTS } from './parts.js';
import { REFERENCES } from './references.js';
import { SENTENCES } from './sentences.js';
import { WORDS } from './words.js';

export const DUTCH: Language = {
  tag: 'nl',
  script: /\p{Script=Latin}/u,
  notice: 'De teksten zijn in een andere taal ({}); dit zijn hun eigen woorden.',
  words: WORDS,
  sentences: SENTENCES,
  parts: PARTS,
  questions: { retrieval: { references: REFERENCES } },
  sectionQuestion: 'Wat staat er in «{heading}»?',
};
