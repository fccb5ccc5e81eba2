import { listed } from '../listed.js';
import type { PartNames } from '../language.js';

export const PARTS: PartNames = {
  divisions: {
    annex: 'annexe',
    part: 'partie|livre|titre',
    chapter: 'chapitre',
    subdivision: 'sous-section',
  },
  provisions: {
    article: 'article|art',
    principle: 'principe',
    rule: 'règle',
    guideline: 'ligne directrice',
    recommendation: 'recommandation',
    goal: 'objectif',
    decision: 'décision',
    resolution: 'résolution',
  },
  section: 'section',
  adoptionLine:
    /^\(?(?:adopté|promulgué|ratifié|signé|publié|approuvé)e?s?\s[^.;:]{0,120}\d{4}\)?[.,;]?$/iu,
  firstNumber: ['premier', 'première', '1er', 'ier'],
  determiners: ['le', 'la', 'les'],
  preamble: 'préambule',
  annexes: ['annexe', 'annexes'],
  named: [
    'introduction',
    'dispositions finales',
    'dispositions transitoires',
    'conclusion',
    'sommaire',
    'table des matières',
  ],
  contents: ['sommaire', 'table des matières'],
  ordinalWords: [
    listed(
      'première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième',
    ),
    listed('premier second'),
  ],
};
