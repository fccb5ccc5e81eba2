import { COMMON_LATE_PHRASES, SPOKEN_LATE } from '../../../src/language/spoken-late.js';
import { SPOKEN } from '../../../src/language/spoken.js';
import { withReplacements } from '../../../src/widget/strings/with-replacements.js';
import { describe, expect, test } from 'vitest';
import { PHRASES as CHINESE } from '../../../src/language/zh/phrases.js';
import {
  chooseStrings,
  readStrings,
  type Wording,
} from '../../../src/widget/strings/choose-strings.js';
import { PHRASES as GERMAN } from '../../../src/language/de/phrases.js';
import { PHRASES as ENGLISH } from '../../../src/language/en/phrases.js';
import { PHRASES as ARABIC } from '../../../src/language/ar/phrases.js';
import { PHRASES as SPANISH } from '../../../src/language/es/phrases.js';
import { PHRASES as FRENCH } from '../../../src/language/fr/phrases.js';
import { PHRASES as RUSSIAN } from '../../../src/language/ru/phrases.js';
import type { Phrases } from '../../../src/language/rules/phrases.js';

const choose = (
  own: string | undefined,
  others: readonly string[] = [],
  ...replacements: readonly unknown[]
): Wording => chooseStrings({ own, others, replacements });

test.each([
  ['ru', [], RUSSIAN, 'ru'],
  ['zh-Hans-CN', [], CHINESE, 'zh-Hans-CN'],
  ['EN_GB', ['ru'], ENGLISH, 'EN_GB'],
  ['fr', ['ru'], FRENCH, 'fr'],
  ['pl', ['ru'], ENGLISH, 'en'],
  [undefined, ['pl', 'ru-RU', 'zh'], RUSSIAN, 'ru-RU'],
  [undefined, ['de-AT'], GERMAN, 'de-AT'],
  [undefined, ['', 'pl'], ENGLISH, 'en'],
  ['constructor', [], ENGLISH, 'en'],
])('lang %s beside %j', (...[own, others, strings, language]) => {
  expect(choose(own, others)).toMatchObject({ strings, language });
});

test('wordings of one’s own replace some and leave the others; what is no wording is passed over', () => {
  const { strings, language } = choose(
    'pl',
    [],
    readStrings('{"ask":"Zapytaj","stop":7,"__proto__":{"close":"x"},"unknown":"x"}'),
    { stop: 'Zatrzymaj' },
  );
  expect(strings).toEqual({ ...ENGLISH, ask: 'Zapytaj', stop: 'Zatrzymaj' });
  expect(language).toBe('pl');
});

test.each([undefined, '', '{', 'null', '[]', '"x"', '7'])(
  'an attribute of %j changes nothing',
  (json) => {
    expect(choose('ru', [], readStrings(json)).strings).toEqual(RUSSIAN);
  },
);

test('the direction follows the element’s own language, then words from right to left, and else the page', () => {
  expect([
    choose('ar').direction,
    choose('he-IL').direction,
    choose('ru').direction,
    choose(undefined, ['ar-EG']).direction,
    choose(undefined, ['he', 'ru']).direction,
  ]).toEqual(['rtl', 'rtl', 'ltr', 'rtl', undefined]);
});

test('a replacement counts for what is said late, too', () => {
  const { replacements } = choose('pl', [], { search: 'Szukaj', ask: 7 });
  expect(withReplacements(COMMON_LATE_PHRASES, replacements)).toEqual({
    ...COMMON_LATE_PHRASES,
    search: 'Szukaj',
  });
});

test('what is said late is said in the same languages, with a place where English has one', () => {
  expect([...SPOKEN_LATE.keys()]).toEqual([...SPOKEN.keys()]);
  const english = Object.entries<string>({ ...COMMON_LATE_PHRASES });
  const faults = [...SPOKEN_LATE].flatMap(([tag, phrases]) =>
    english.flatMap(([name, words]) => {
      const said = phrases[name as keyof typeof phrases];
      const isWell =
        said.split('{}').length === words.split('{}').length && (said !== words || tag === 'en');
      return isWell ? [] : [`${tag}: ${name}`];
    }),
  );
  expect(faults).toEqual([]);
});

describe.each<readonly [string, Phrases]>([
  ['Russian', RUSSIAN],
  ['Chinese', CHINESE],
  ['French', FRENCH],
  ['German', GERMAN],
  ['Spanish', SPANISH],
  ['Arabic', ARABIC],
])('%s', (_, strings) => {
  test('says everything, in words of its own, with a place where English has one', () => {
    expect(Object.keys(strings).sort()).toEqual(Object.keys(ENGLISH).sort());
    const same: string[] = [];
    for (const [name, english] of Object.entries<string>(
      ENGLISH as unknown as Readonly<Record<string, string>>,
    )) {
      const wording = strings[name as keyof Phrases];
      if (wording === english) same.push(name);
      expect(wording.split('{}').length).toBe(english.split('{}').length);
    }
    // French words that English has too.
    expect(
      same.filter((name) => !['conversation', 'page', 'sources', 'source'].includes(name)),
    ).toEqual([]);
  });
});
