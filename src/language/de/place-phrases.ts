import type { PlacePhrases } from '../rules/place-phrases.js';

export const PLACE_PHRASES: PlacePhrases = {
  missing: '„{place}“ gibt es in „{title}“ nicht.',
  missingOf:
    '„{place}“ gibt es in „{title}“ nicht; vorhanden sind dort {kinds} {first} bis {last}.',
  missingWithin:
    '„{place}“ gibt es in „{title}“ nicht; an dieser Stelle stehen {kinds} {first} bis {last}.',
  length: '{paragraphs} Absätze und etwa {words} Wörter; der letzte ist Absatz {last}.',
  quotedInPart: 'Hier angeführt: {shown} der {all} Absätze, die dort stehen.',
  saysNothing: '„{title}“ sagt dazu nichts.',
  unanswered: 'Dazu sagen die Texte nichts: „{part}“.',
  more: '{count} weitere',
  kinds: {
    annex: 'Anhänge',
    part: 'Teile',
    chapter: 'Kapitel',
    subdivision: 'Abschnitte',
    article: 'Artikel',
    principle: 'Grundsätze',
    rule: 'Regeln',
    guideline: 'Leitlinien',
    recommendation: 'Empfehlungen',
    goal: 'Ziele',
    paragraph: 'Absätze',
    amendment: 'Zusatzartikel',
    decision: 'Beschlüsse',
    resolution: 'Resolutionen',
    section: 'Abschnitte',
    sign: 'Paragraphen',
    heading: 'Abschnitte',
    item: 'Absätze',
  },
};
