import type { PartNames } from '../language.js';

export const PARTS: PartNames = {
  divisions: { annex: '附件', part: '编|部分', chapter: '章', subdivision: '节' },
  provisions: { article: '条' },
  preamble: '序言',
  annexes: ['附件', '附则'],
  named: ['总则', '附则', '目录'],
  contents: ['目录'],
  adoptionLine:
    /^[（(]?\p{Nd}{4}\s?年\p{Nd}{1,2}\s?月\p{Nd}{1,2}\s?日.{0,60}(?:通过|公布|施行|批准|修正)/u,
  beforeNumberOf: '第',
  beforeInserted: '之',
};
