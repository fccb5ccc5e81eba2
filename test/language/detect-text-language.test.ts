import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { detectTextLanguage } from '../../src/language/detect-text-language.js';

const SENTENCES: Readonly<Record<string, string>> = {
  en: 'The council keeps the harbour clean and pays for the lamps along the quay.',
  ru: 'Совет следит за чистотой гавани и платит за фонари вдоль набережной.',
  uk: 'Рада стежить за чистотою гавані та сплачує за ліхтарі вздовж набережної.',
  bg: 'Съветът се грижи пристанището да бъде чисто и плаща за лампите по кея.',
  zh: '议会负责保持港口清洁，并支付码头沿线路灯的费用。',
  ja: '評議会は港を清潔に保ち、岸壁に沿った街灯の費用を支払う。',
  ko: '의회는 항구를 깨끗하게 유지하고 부두를 따라 있는 등불의 비용을 낸다.',
  th: 'สภาดูแลท่าเรือให้สะอาดและจ่ายค่าโคมไฟตามแนวท่าเรือ และประชุมกันทุกเดือน',
  fr: 'Le conseil veille à la propreté du port et paie les lampes le long du quai.',
  es: 'El consejo mantiene limpio el puerto y paga los faroles a lo largo del muelle.',
  pt: 'O conselho mantém o porto limpo e paga os candeeiros ao longo do cais.',
  it: 'Il consiglio tiene pulito il porto e paga i lampioni lungo la banchina.',
  de: 'Der Rat hält den Hafen sauber und bezahlt die Laternen entlang des Kais.',
  nl: 'De raad houdt de haven schoon en betaalt de lantaarns langs de kade.',
  pl: 'Rada dba o czystość portu i płaci za latarnie wzdłuż nabrzeża.',
  sv: 'Rådet håller hamnen ren och betalar för lyktorna längs kajen.',
  tr: 'Meclis limanı temiz tutar ve rıhtım boyunca uzanan lambaların parasını öder.',
  ar: 'يحافظ المجلس على نظافة الميناء ويدفع ثمن المصابيح على طول الرصيف.',
  fa: 'شورا بندر را تمیز نگه می‌دارد و هزینهٔ چراغ‌های کنار اسکله را می‌پردازد.',
  he: 'המועצה שומרת על ניקיון הנמל ומשלמת עבור הפנסים לאורך הרציף.',
  el: 'Το συμβούλιο διατηρεί το λιμάνι καθαρό και πληρώνει τα φανάρια στην προκυμαία.',
  hi: 'परिषद बंदरगाह को साफ रखती है और घाट के किनारे की बत्तियों का खर्च उठाती है।',
};
const PAGE = 60;
const pages = (tag: string, count = 1): string =>
  `${SENTENCES[tag] ?? ''} `.repeat(PAGE * count).replaceAll('. ', '.\n\n');

describe('the language of a text', () => {
  test.each(Object.entries(SENTENCES))('is %s', (tag, sentence) => {
    expect(detectTextLanguage(sentence)).toBe(tag);
    expect(detectTextLanguage(pages(tag))).toBe(tag);
  });

  it('is that of most of it, whatever stands at its head', () => {
    expect(detectTextLanguage(`${SENTENCES['en'] ?? ''}\n\n${pages('fr')}`)).toBe('fr');
    expect(detectTextLanguage(pages('nl') + pages('en', 3))).toBe('en');
  });

  it('is the first of two that share it', () => {
    expect(detectTextLanguage(pages('en') + pages('nl'))).toBe('en');
    expect(detectTextLanguage(pages('nl') + pages('en'))).toBe('nl');
  });

  it('is told by words, not by numbers, addresses and names in other letters', () => {
    const table = '12 | 3.5 | https://example.org/a?b=1\n'.repeat(20);
    expect(detectTextLanguage(table + (SENTENCES['de'] ?? '') + table)).toBe('de');
    expect(detectTextLanguage(`Совет Harbour Council платит за фонари United Lamps.`)).toBe('ru');
  });

  test.each(['', ' \n', '12. 34. 56.', '§ 5 (1) – …'])('of %j is not told', (text) => {
    expect(detectTextLanguage(text)).toBeUndefined();
  });
});

it('any text has one or none, always the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), (text) => {
      const tag = detectTextLanguage(text);
      expect(tag ?? 'none').toMatch(/^[a-z]{2}$|^none$/u);
      expect(detectTextLanguage(text)).toBe(tag);
    }),
  );
});
