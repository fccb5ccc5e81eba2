import type { PartNames } from '../language.js';

export const PARTS: PartNames = {
  divisions: { annex: 'allegato', chapter: 'capitolo' },
  provisions: { article: 'articolo' },
  section: 'sezione',
  named: [],
};
