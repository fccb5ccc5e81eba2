import type { Language } from '../language.js';
import { REMARKS } from './remarks.js';
import { FOLLOW_UPS } from './follow-ups.js';
import { PLACE_PHRASES } from './place-phrases.js';
import { PARTS } from './parts.js';
import { PHRASES } from './phrases.js';
import { SENTENCES } from './sentences.js';
import { WORDS } from './words.js';
import { REFERENCES } from './references.js';
import { REPLIES } from './replies.js';

export const FRENCH: Language = {
  tag: 'fr',
  script: /\p{Script=Latin}/u,
  modelNotices: {
    replaced:
      'Une partie de ce que le modèle a écrit n’est pas appuyée par les textes : leurs propres ' +
      'mots la remplacent, entre guillemets.',
    omitted:
      'Rien dans les textes ne correspond à une partie de ce que le modèle a écrit : elle est omise.',
    unjudged:
      'Le sens des phrases du modèle n’a pas été vérifié, seulement les nombres et les citations.',
  },
  notice: 'Les textes sont dans une autre langue ({}) ; ce sont leurs propres mots.',
  words: WORDS,
  sentences: SENTENCES,
  phrases: PHRASES,
  placePhrases: PLACE_PHRASES,
  parts: PARTS,
  questions: { retrieval: { references: REFERENCES, followUps: FOLLOW_UPS } },
  remarks: REMARKS,
  replies: REPLIES,
  sectionQuestion: 'Que dit la partie « {heading} » ?',
};
