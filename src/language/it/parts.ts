import type { PartNames } from '../language.js';

export const PARTS: PartNames = {
  divisions: { annex: 'allegato', part: 'parte|titolo|libro', chapter: 'capitolo|capo' },
  provisions: {
    article: 'articolo|art\\.',
    principle: 'principio',
    recommendation: 'raccomandazione',
    goal: 'obiettivo',
    decision: 'decisione',
    resolution: 'risoluzione',
  },
  section: 'sezione',
  preamble: 'preambolo',
  annexes: ['allegato', 'allegati'],
  named: ['disposizioni finali', 'disposizioni transitorie e finali', 'indice'],
  contents: ['indice'],
};
