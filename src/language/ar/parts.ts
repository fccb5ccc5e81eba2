import { listed } from '../listed.js';
import type { PartNames } from '../language.js';
import { ORDINALS } from './ordinals.js';

export const PARTS: PartNames = {
  divisions: { annex: 'ملحق|الملحق', part: 'الباب|الجزء', chapter: 'الفصل' },
  provisions: {
    article: 'المادة|مادة',
    principle: 'المبدأ',
    decision: 'المقرر',
    resolution: 'القرار',
  },
  preamble: 'الديباجة|ديباجة',
  annexes: ['ملحق', 'الملحق'],
  named: ['مقدمة', 'أحكام ختامية', 'المحتويات', 'الفهرس'],
  contents: ['المحتويات', 'الفهرس'],
  ordinalWords: ORDINALS,
  itemWords: listed('أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا'),
  adoptionLine: /^[(]?(?:صدر|صودق|اعتمد|أقر|أُقر)\p{L}*\s[^.;:]{0,120}\p{Nd}{4}\s?م?[)]?[.]?$/u,
  inserted: ['مكرر'],
  letters: 'أبجدهوزحطيكلمنسعفصقرشت',
};
