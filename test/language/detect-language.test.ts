import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { detectLanguage } from '../../src/language/detect-language.js';
import { words } from '../../src/language/tokenize.js';

const TEXT = `The Government of Tajikistan and the States of Central Asia declare in Dushanbe that water
is a right. The Security Council of the United Nations decides on sanctions. Everyone has the right to
education, and no one shall be held in slavery. Commission, Convention, conference, administration.`;
const HELD = new Set(words(TEXT));
const ASKED = { languages: ['en'], holds: (word: string): boolean => HELD.has(word) };

/** Questions as people ask them, some with names that the texts have. */
const QUESTIONS: readonly (readonly [tag: string, question: string])[] = [
  ['en', 'Who decides on sanctions?'],
  ['en', 'what can i do if my boss doesnt pay me'],
  ['en', 'Is de facto rule in the Vis-à-vis case legal?'],
  ['en', 'Is a hot dog a sandwich?'],
  ['en', 'Solve 3x + 7 = 22 for x.'],
  ['de', 'Wer entscheidet über Sanktionen?'],
  ['de', 'Was sagt die Regierung von Tajikistan über das Wasser in Dushanbe?'],
  ['de', 'Darf mich jemand als Sklaven halten?'],
  ['de', 'Wer schützt wen?'],
  ['de', 'Wann darf der Security Council Sanktionen verhängen?'],
  ['fr', 'Qui décide des sanctions ?'],
  ['fr', 'Où et quand ?'],
  ['fr', 'Que dit le Security Council des United Nations sur les sanctions ?'],
  ['fr', 'Est-ce que tout le monde a droit à l’éducation ?'],
  ['es', '¿Quién decide sobre las sanciones?'],
  ['es', '¿Qué dice el Security Council de las United Nations sobre la educación?'],
  ['it', 'Chi decide sulle sanzioni?'],
  ['it', 'Che cosa dice il Security Council sul diritto all’acqua?'],
  ['pt', 'Onde é e quais são?'],
  ['pt', 'Quem decide sobre as sanções?'],
  ['pt', 'O que diz o Security Council sobre a educação das crianças?'],
  ['ru', 'Кто принимает решения о санкциях?'],
  ['ru', 'Что Security Council говорит о воде?'],
  ['ar', 'من يقرر العقوبات؟'],
  ['ar', 'ماذا يقول Security Council عن المياه؟'],
  ['zh', '谁决定制裁？'],
  ['zh', 'Security Council 对水资源有什么规定？'],
];

describe('the language of a question', () => {
  test.each(QUESTIONS)('is %s: %s', (tag, question) => {
    expect(detectLanguage(question, ASKED)).toBe(tag);
  });

  test.each(QUESTIONS)('is %s however it is written: %s', (tag, question) => {
    for (const written of [question.toUpperCase(), question.toLowerCase()]) {
      expect(detectLanguage(written, ASKED)).toBe(tag);
    }
  });

  test.each([
    'water',
    'Security Council',
    'slavery education',
    'sanctions?',
    'Dushanbe',
    '???',
    '',
  ])('of a few keywords is that of the texts: %j', (question) => {
    expect(detectLanguage(question, ASKED)).toBe('en');
  });

  it('is that of the texts, whichever it is, where nothing tells', () => {
    const holds = (): boolean => false;
    for (const tag of ['en', 'de', 'pt', 'cy']) {
      expect(detectLanguage('Xylophon 42', { languages: [tag], holds })).toBe(tag);
    }
    expect(detectLanguage('Xylophon 42', { languages: ['fr', 'de'], holds })).toBe('fr');
  });

  it('of texts in several languages is the one that is spoken', () => {
    const both = { ...ASKED, languages: ['en', 'de-AT'] };
    expect(detectLanguage('Wer entscheidet über das Wasser?', both)).toBe('de');
    expect(detectLanguage('Who decides on the water?', both)).toBe('en');
  });

  it('is a tag of its own script only, whatever names it holds', () => {
    expect(detectLanguage('Кто такой the Council?', ASKED)).toBe('ru');
    expect(detectLanguage('What does Иванов say about the water of Dushanbe?', ASKED)).toBe('en');
  });
});

it('there is one for any text, always the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (question) => {
      const tag = detectLanguage(question, ASKED);
      expect(tag).toMatch(/^[a-z]{2}$/u);
      expect(detectLanguage(question, ASKED)).toBe(tag);
    }),
  );
});
