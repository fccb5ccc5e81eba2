import { expect, it, test } from 'vitest';
import { LANGUAGES } from '../../src/language/languages.js';
import { noticeOfLanguage } from '../../src/language/notice-of-language.js';
import { detectLanguage } from '../../src/language/detect-language.js';

const noticed = LANGUAGES.filter(({ notice }) => notice !== undefined).map(({ tag }) => tag);

test.each([
  ['en', 'English'],
  ['de', 'Englisch'],
  ['fr', 'anglais'],
  ['es', 'inglés'],
  ['it', 'inglese'],
  ['pt', 'inglês'],
  ['ru', 'английский'],
  ['ar', 'الإنجليزية'],
  ['zh', '英语'],
])('in %s it calls English %s', (asked, name) => {
  expect(noticeOfLanguage(asked, ['en'])).toContain(name);
});

test.each(noticed)('in %s it is in that language and leaves no gap', (tag) => {
  const notice = noticeOfLanguage(tag, ['fr', 'de']);
  expect(notice).not.toContain('{}');
  expect(detectLanguage(notice, { languages: ['en'], holds: () => false })).toBe(tag);
});

it('is in English where the product does not speak the language of the question', () => {
  for (const asked of ['pl', 'el', 'sv', 'xx']) {
    expect(noticeOfLanguage(asked, ['fr'])).toBe(noticeOfLanguage('en', ['fr']));
  }
});

it('names every language of the texts, and the tag of one without a name', () => {
  const notice = noticeOfLanguage('en', ['fr', 'de', 'no tag']);
  for (const name of ['French', 'German', 'no tag']) expect(notice).toContain(name);
});
