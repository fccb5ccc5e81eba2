import { stopwords as arabic } from '@orama/stopwords/arabic';
import { stopwords as bulgarian } from '@orama/stopwords/bulgarian';
import { stopwords as danish } from '@orama/stopwords/danish';
import { stopwords as dutch } from '@orama/stopwords/dutch';
import { stopwords as english } from '@orama/stopwords/english';
import { stopwords as finnish } from '@orama/stopwords/finnish';
import { stopwords as french } from '@orama/stopwords/french';
import { stopwords as german } from '@orama/stopwords/german';
import { stopwords as greek } from '@orama/stopwords/greek';
import { stopwords as hungarian } from '@orama/stopwords/hungarian';
import { stopwords as indonesian } from '@orama/stopwords/indonesian';
import { stopwords as italian } from '@orama/stopwords/italian';
import { stopwords as norwegian } from '@orama/stopwords/norwegian';
import { stopwords as portuguese } from '@orama/stopwords/portuguese';
import { stopwords as romanian } from '@orama/stopwords/romanian';
import { stopwords as russian } from '@orama/stopwords/russian';
import { stopwords as spanish } from '@orama/stopwords/spanish';
import { stopwords as swedish } from '@orama/stopwords/swedish';
import { stopwords as turkish } from '@orama/stopwords/turkish';
import { stopwords as ukrainian } from '@orama/stopwords/ukrainian';

/** Words of questions that the lists lack: they were made for texts. */
const OF_QUESTIONS: Readonly<Record<string, string>> = {
  fr: 'quoi quand comment pourquoi combien où peut doit',
  de: 'wer wann warum wen wem wessen wieso weshalb wohin woher wieviel darf gibt',
  it: 'cosa quando quali può',
  pt: 'sobre quais onde porque quanto quantos quantas é ser pode podem',
  nl: 'waar wanneer waarom welke welk hoeveel',
  ru: 'почему какие каких сколько',
  uk: 'хто де чому який яка які скільки',
  ar: 'لماذا',
};

/** Of the Spanish list, which has every letter, those that are no words. */
const LONE_LETTER = /^[^aeouy]$/u;

/**
 * Words of which a sentence in a language has some, whatever it speaks of, by BCP 47 tag; those of
 * languages in the same script tell them apart.
 */
export const FUNCTION_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    en: [...english, 'a'],
    fr: french,
    de: german,
    es: spanish.filter((word) => !LONE_LETTER.test(word)),
    it: italian,
    pt: portuguese,
    nl: dutch,
    ro: romanian,
    sv: swedish,
    da: danish,
    no: norwegian,
    fi: finnish,
    hu: hungarian,
    tr: turkish,
    id: indonesian,
    ru: russian,
    uk: ukrainian,
    bg: bulgarian,
    ar: arabic,
    el: greek,
  }).map(([tag, words]) => [tag, new Set([...words, ...(OF_QUESTIONS[tag]?.split(' ') ?? [])])]),
);

/** The language that is meant by a script where nothing in the text tells more. */
export const SCRIPTS: readonly (readonly [letter: RegExp, tag: string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Armenian}/u, 'hy'],
  [/\p{Script=Georgian}/u, 'ka'],
];
