import type { PartNames } from '../language.js';

export const PARTS: PartNames = {
  divisions: { annex: 'anhang', part: 'teil|buch|titel', chapter: 'kapitel' },
  provisions: {
    article: 'artikel',
    principle: 'prinzip|grundsatz',
    rule: 'regel',
    recommendation: 'empfehlung',
  },
  section: 'abschnitt',
  preamble: 'präambel',
  named: [],
};
