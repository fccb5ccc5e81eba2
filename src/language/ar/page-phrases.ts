import type { PagePhrases } from '../rules/page-phrases.js';

export const PAGE_PHRASES: PagePhrases = {
  lead:
    'تتكوّن الأجوبة من جُمل النصوص نفسها. كل رقم فيها يفتح الفقرة ويبرز الكلمات التي ' +
    'يستند إليها.',
  greeting: 'ماذا تود أن تعرف؟',
  needsScript:
    'يحتاج طرح الأسئلة إلى JavaScript. اسمح به لهذه الصفحة أو اسأل عبر {request}. ويمكن ' +
    'قراءة النصوص بدونه.',
  texts: 'النصوص',
  textsToSearch: 'النصوص التي يُبحث فيها',
  paragraphs: { one: 'فقرة واحدة', two: 'فقرتان', few: '{} فقرات', other: '{} فقرة' },
  read: 'قراءة',
  readText: 'قراءة {}',
  atLeastOne: 'يُبحث في نص واحد على الأقل.',
  unlessTicked: 'يُبحث في جميع النصوص ما لم تحدد بعضها.',
  findText: 'ابحث عن نص',
  showAll: 'عرض كل النصوص ({})',
  noneFound: 'لا يوجد نص بهذا الاسم.',
  onYourSite: 'في موقعك',
  howToEmbed: 'اذكر عنوان الموقع، مثل {origin}، في إعداد الخادم {setting}، ثم ألصق أحد هذه الأسطر.',
  launcher: 'زر في الزاوية',
  inPage: 'داخل الصفحة في موضعه',
  pinned: 'مثبّت على هذا الإصدار',
  pinnedNote: 'ينفّذ المتصفح هذه البايتات بعينها أو لا شيء. انسخ السطر من جديد بعد ترقية الخادم.',
  copy: 'نسخ',
  copyOf: 'نسخ: {}',
  copied: 'تم النسخ',
  forPrograms: 'للبرامج: الواجهة البرمجية وتجربتها',
  skip: 'تخطٍّ',
  skipTo: 'إلى المحتوى',
};
