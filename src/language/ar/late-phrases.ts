import type { LatePhrases } from '../rules/late-phrases.js';

export const LATE_PHRASES: LatePhrases = {
  openInText: 'افتح في النص',
  opensNewTab: 'يفتح في علامة تبويب جديدة',
  copied: 'تم النسخ',
  notCopied: 'لا يسمح المتصفح بالنسخ هنا.',
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
