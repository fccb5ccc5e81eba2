import { listed } from '../listed.js';
import type { PartNames } from '../language.js';

export const PARTS: PartNames = {
  divisions: { annex: 'anexo', part: 'parte|libro|título', chapter: 'capítulo' },
  provisions: {
    article: 'artículo|art\\.',
    principle: 'principio',
    rule: 'regla',
    recommendation: 'recomendación',
  },
  section: 'sección',
  preamble: 'preámbulo',
  annexes: ['anexo', 'anexos'],
  named: [
    'título preliminar',
    'introducción',
    'disposiciones finales',
    'disposición final',
    'disposición derogatoria',
    'conclusión',
    'índice',
    'sumario',
  ],
  contents: ['índice', 'sumario'],
  firstNumber: ['primero', 'primera', 'único', 'única'],
  ordinalWords: listed('primera segunda tercera cuarta quinta sexta séptima octava novena décima'),
};
