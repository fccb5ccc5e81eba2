import { listed } from '../listed.js';
import type { ReplyRules } from '../rules/reply-rules.js';

export const REPLIES: ReplyRules = {
  markerNouns: listed('quelle quellen satz sätze beleg belege fußnote fußnoten nr siehe vgl'),
  markerLinks: ['und'],
  yesOrNo: listed('ja nein'),
  refusals: [
    'Das sagen die Texte nicht.',
    'Die Texte beantworten diese Frage nicht.',
    'In den Texten steht nicht, wie viel das kostet.',
  ],
  bareRefusals: ['Keine Antwort.', 'Ich weiß es nicht.'],
  statements: [
    'Die Staaten arbeiten im Handel zusammen.',
    'Die Organisation richtet sich nicht gegen andere Staaten.',
    'Nein, der Rat hat den Plan noch nicht gebilligt.',
  ],
  asides: ['Hier steht, was die Texte sagen:', 'Ich hoffe, das hilft.'],
  leaningOpenings: listed(
    'Aber Doch Jedoch Dennoch Deshalb Daher Außerdem Zudem Allerdings Trotzdem',
  ),
  plainOpenings: listed('Der Die Das In Jede Alle Nach Wenn Für Es'),
};
