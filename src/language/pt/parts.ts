import type { PartNames } from '../language.js';

export const PARTS: PartNames = {
  divisions: { annex: 'anexo', part: 'parte|livro|título', chapter: 'capítulo' },
  provisions: {
    article: 'artigo|art\\.',
    principle: 'princípio',
    recommendation: 'recomendação',
    goal: 'objetivo',
    decision: 'decisão',
    resolution: 'resolução',
  },
  section: 'secção|seção',
  preamble: 'preâmbulo',
  annexes: ['anexo', 'anexos'],
  named: ['disposições finais', 'disposições transitórias', 'índice', 'sumário'],
  contents: ['índice', 'sumário'],
  firstNumber: ['primeiro', 'único'],
};
