import { listed } from '../listed.js';
import type { PartNames } from '../language.js';

export const PARTS: PartNames = {
  divisions: { annex: 'anexo', part: 'parte|libro|título', chapter: 'capítulo' },
  provisions: {
    article: 'artículo|art',
    principle: 'principio',
    rule: 'regla',
    guideline: 'directriz',
    recommendation: 'recomendación',
    goal: 'objetivo',
    decision: 'decisión',
    resolution: 'resolución',
    'additional-provision': 'disposición adicional',
    'transitional-provision': 'disposición transitoria',
    'repealing-provision': 'disposición derogatoria',
    'final-provision': 'disposición final',
  },
  section: 'sección',
  preamble: 'preámbulo',
  annexes: ['anexo', 'anexos'],
  endings: {
    'additional-provision': 'disposición adicional|disposiciones adicionales',
    'transitional-provision': 'disposición transitoria|disposiciones transitorias',
    'repealing-provision': 'disposición derogatoria|disposiciones derogatorias',
    'final-provision': 'disposición final|disposiciones finales',
  },
  named: ['título preliminar', 'introducción', 'conclusión', 'índice', 'sumario'],
  contents: ['índice', 'sumario'],
  adoptionLine:
    /^\(?(?:aprobad|sancionad|promulgad|ratificad|adoptad|firmad|publicad)[oa]s?\s[^.;:]{0,120}\d{4}\)?[.,;]?$/iu,
  firstNumber: ['primero', 'primera', 'único', 'única'],
  ordinalWords: [
    listed(
      'primera segunda tercera cuarta quinta sexta séptima octava novena décima undécima ' +
        'duodécima decimotercera decimocuarta decimoquinta decimosexta decimoséptima ' +
        'decimoctava decimonovena vigésima',
    ),
    listed(
      'primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo ' +
        'duodécimo decimotercero decimocuarto decimoquinto decimosexto decimoséptimo ' +
        'decimoctavo decimonoveno vigésimo',
    ),
  ],
};
