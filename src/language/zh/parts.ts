import type { PartNames } from '../language.js';

export const PARTS: PartNames = {
  divisions: { annex: '附件', part: '编|編|部分|篇', chapter: '章', subdivision: '节|節' },
  provisions: { article: '条|條' },
  preamble: '序言|前言',
  annexes: ['附件', '附则', '附則'],
  named: ['总则', '總則', '附则', '附則', '目录', '目錄'],
  contents: ['目录', '目錄'],
  adoptionLine:
    /^[（(]?\p{Nd}{4}\s?年\p{Nd}{1,2}\s?月\p{Nd}{1,2}\s?日.{0,60}(?:通过|通過|公布|施行|批准|修正)/u,
  beforeNumberOf: '第',
  beforeInserted: '之',
};
