import type { PartNames } from '../language.js';

export const PARTS: PartNames = {
  divisions: { annex: 'annexe', part: 'partie|livre|titre', chapter: 'chapitre' },
  provisions: {
    article: 'article',
    principle: 'principe',
    rule: 'règle',
    recommendation: 'recommandation',
  },
  firstNumber: ['premier', '1er'],
  preamble: 'préambule',
  named: [],
};
