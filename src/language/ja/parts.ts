import type { PartNames } from '../language.js';

export const PARTS: PartNames = {
  divisions: { part: '編', chapter: '章', subdivision: '節' },
  provisions: { article: '条' },
  preamble: '前文',
  annexes: ['附則', '別表'],
  named: ['総則', '附則', '目次'],
  contents: ['目次'],
  beforeNumberOf: '第',
  beforeInserted: 'の',
};
