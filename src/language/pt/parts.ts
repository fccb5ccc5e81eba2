import type { PartNames } from '../language.js';

export const PARTS: PartNames = {
  divisions: {},
  provisions: { article: 'artigo' },
  named: [],
};
