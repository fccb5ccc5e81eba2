import type { Language } from '../language.js';

export const ARABIC: Language = {
  tag: 'ar',
  script: /\p{Script=Arabic}/u,
  notice: 'النصوص بلغة أخرى ({})؛ وهذه كلماتها كما هي.',
};
