import type { ReferenceRules } from '../rules/reference-rules.js';

export const REFERENCES: ReferenceRules = {
  names: {
    annex: 'bijlagen?|protocol(?:len)?',
    part: 'delen|deel|boek(?:en)?|titels?',
    chapter: String.raw`hoofdstuk(?:ken)?|hfdst\.`,
    subdivision: 'paragra(?:af|fen)',
    article: String.raw`artikelen|artikels?|artt?\.?`,
    principle: 'beginsel(?:en)?',
    section: 'afdeling(?:en)?',
    paragraph: "lid|leden|alinea(?:[’']s)?",
    item: 'onderdeel|onderdelen',
    recital: 'overweging(?:en)?',
    preamble: 'preambule|aanhef',
    sentence: String.raw`volzin(?:nen)?`,
  },
  numberSign: String.raw`nr\.?|nummer`,
  range: 'tot en met|tot|t/m',
  of: '(?:van|in|uit)(?: de| het)?',
  below: 'onder|sub',
  ordinals: ['eerste', 'tweede', 'derde', 'vierde', 'vijfde', 'zesde', 'zevende', 'achtste'],
  ordinalEnding: 'e|de|ste',
  fromEnd: ['laatste', 'voorlaatste|één na laatste|een na laatste'],
  wordLike: { numbers: '[aeu]|mild', before: 'van|zegt|bepaalt|regelt' },
  summarising: String.raw`samenvat\p{L}*|vat|samen|kort|overzicht`,
  asking: [
    String.raw`wat|welke?|hoe|staat|staan|zegt|luidt|geef|toon|lees|inhoud|tekst|bepaalt|regelt`,
    String.raw`citeer|leg|uit|verklaar|vergelijk\p{L}*|samenvat\p{L}*|vat|samen|kort|mij|eens`,
    'grondwet|verdrag|verklaring|wet|de|het|een|in|van|er|is|over|gaat|waar|heel|hele|geheel|volledig',
  ].join('|'),
};
