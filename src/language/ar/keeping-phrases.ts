import type { KeepingPhrases } from '../rules/keeping-phrases.js';

export const KEEPING_PHRASES: KeepingPhrases = {
  conversations: 'المحادثات',
  thisOne: 'هذه المحادثة',
  markdown: 'حفظ بصيغة Markdown مع الحواشي',
  bibtex: 'حفظ الاقتباسات بصيغة BibTeX',
  csl: 'حفظ الاقتباسات بصيغة CSL-JSON',
  print: 'طباعة',
  earlier: 'المحادثات السابقة في هذا المتصفح',
  search: 'بحث',
  rename: 'إعادة تسمية «{}»',
  name: 'اسم المحادثة',
  remove: 'حذف «{}»',
  removed: 'حُذفت «{}».',
  undo: 'تراجع',
  none: 'لم يُعثر على شيء.',
};
