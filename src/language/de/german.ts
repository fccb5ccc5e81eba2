import type { Language } from '../language.js';
import { REMARKS } from './remarks.js';
import { FOLLOW_UPS } from './follow-ups.js';
import { CALENDAR } from './calendar.js';
import { PLACE_PHRASES } from './place-phrases.js';
import { PARTS } from './parts.js';
import { PHRASES } from './phrases.js';
import { SENTENCES } from './sentences.js';
import { WORDS } from './words.js';
import { REFERENCES } from './references.js';
import { REPLIES } from './replies.js';

export const GERMAN: Language = {
  tag: 'de',
  script: /\p{Script=Latin}/u,
  modelNotices: {
    replaced:
      'Einen Teil dessen, was das Modell schrieb, tragen die Texte nicht: an seiner Stelle ' +
      'stehen ihre eigenen Worte in Anführungszeichen.',
    omitted:
      'Zu manchem, was das Modell schrieb, findet sich nichts in den Texten: es ist weggelassen.',
    unjudged: 'Was die Sätze des Modells bedeuten, wurde nicht geprüft, nur Zahlen und Zitate.',
  },
  notice: 'Die Texte sind in einer anderen Sprache ({}); hier stehen ihre eigenen Worte.',
  words: WORDS,
  sentences: SENTENCES,
  calendar: CALENDAR,
  parts: PARTS,
  phrases: PHRASES,
  placePhrases: PLACE_PHRASES,
  questions: { retrieval: { references: REFERENCES, followUps: FOLLOW_UPS } },
  remarks: REMARKS,
  replies: REPLIES,
  sectionQuestion: 'Was steht im Abschnitt „{heading}“?',
};
