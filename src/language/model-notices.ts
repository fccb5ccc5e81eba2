import type { ModelNotices } from './language.js';
import { LANGUAGES } from './languages.js';

const COMMON = 'en';
const NOTICES = new Map(
  LANGUAGES.flatMap(({ tag, modelNotices }) =>
    modelNotices === undefined ? [] : [[tag, modelNotices] as const],
  ),
);

/** In the language of the question where the product knows how to say it, else in English. */
export function modelNoticesIn(language: string): ModelNotices {
  const notices = NOTICES.get(language) ?? NOTICES.get(COMMON);
  if (notices === undefined) throw new Error('English has no words for chat models.');
  return notices;
}
