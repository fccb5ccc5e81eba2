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

export const SPANISH: Language = {
  tag: 'es',
  script: /\p{Script=Latin}/u,
  modelNotices: {
    replaced:
      'Parte de lo que escribió el modelo no tiene apoyo en los textos: en su lugar están sus ' +
      'propias palabras, entre comillas.',
    omitted: 'De algo de lo que escribió el modelo no hay nada en los textos: se ha omitido.',
    unjudged:
      'No se ha comprobado el sentido de las frases del modelo, solo los números y las citas.',
  },
  notice: 'Los textos están en otro idioma ({}); estas son sus propias palabras.',
  words: WORDS,
  sentences: SENTENCES,
  phrases: PHRASES,
  placePhrases: PLACE_PHRASES,
  parts: PARTS,
  questions: { retrieval: { references: REFERENCES, followUps: FOLLOW_UPS } },
  remarks: REMARKS,
  replies: REPLIES,
  sectionQuestion: '¿Qué dice la parte «{heading}»?',
};
