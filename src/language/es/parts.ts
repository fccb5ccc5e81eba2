import type { PartNames } from '../language.js';

export const PARTS: PartNames = {
  divisions: { annex: 'anexo', part: 'parte|libro|título', chapter: 'capítulo' },
  provisions: {
    article: 'artículo',
    principle: 'principio',
    rule: 'regla',
    recommendation: 'recomendación',
  },
  section: 'sección',
  preamble: 'preámbulo',
  named: [],
};
