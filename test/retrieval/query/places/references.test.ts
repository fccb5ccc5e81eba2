import { describe, expect, it, test } from 'vitest';
import type { PlaceStep } from '../../../../src/retrieval/query/places/reference.js';
import {
  referencesIn,
  withoutReferences,
} from '../../../../src/retrieval/query/places/references.js';

/** `article 5 > paragraph/item 2`, the outermost step first; `#3` is counted, `1..4` a range. */
function shown(steps: readonly PlaceStep[] = []): string {
  return steps
    .map(({ names, number, through, position }) =>
      [
        names.join('/'),
        number === undefined ? undefined : number + (through === undefined ? '' : `..${through}`),
        position === undefined ? undefined : `#${String(position)}`,
      ]
        .filter((part) => part !== undefined)
        .join(' '),
    )
    .join(' > ');
}

const named = (question: string): string[] =>
  referencesIn(question).map(({ readings: [likeliest] }) => shown(likeliest));

describe('places that a question names', () => {
  it.each([
    ['What does article 26(3) say?', ['article 26.3']],
    ['Art. 9 bis', ['article 9bis']],
    ['article 9a', ['article 9a']],
    ['§ 60-100', ['sign 60-100']],
    ['What is in article 67¹?', ['article 67-1']],
    ['article 12.3.1°', ['article 12.3.1']],
    ['amendment IV', ['amendment IV']],
    ['chapter ix', ['chapter ix']],
    ['section A.1.3', ['section A.1.3']],
    ['§A.2', ['sign A.2']],
    ['article twenty-six', ['article 26']],
    ['paragraph 22', ['paragraph/sign 22']],
    ['annex B', ['annex B']],
    ['المادة ٣', ['article 3']],
    ['المادة الثالثة', ['article 3']],
    ['第三条', ['article 3']],
    ['第5条の内容は何ですか', ['article 5']],
    ['第二条之一', ['article 2-1']],
    ['附件二规定了什么', ['annex 2']],
    ['Que dit l’article premier ?', ['article 1']],
    ['artículo 149.1', ['article 149.1']],
    ['DA 1ª', ['additional-provision 1']],
    ['D.T. 2.ª', ['transitional-provision 2']],
    ['section 2.1.2 b', ['section 2.1.2.b']],
    ['artículo 5.2 b)', ['article 5.2.b']],
    ['artikel 5, onder b', ['article 5.b']],
    ['§ 433 II 1 BGB', ['sign 433.2']],
    ['article 2, 2°', ['article 2.2']],
    ['article 2, II, 2°, b', ['article 2.II.2.b']],
    ['article 4, 3°, c)', ['article 4.3.c']],
    ['المادة الثانية عشرة', ['article 12']],
    ['第二條之一', ['article 2-1']],
    ['the fourth-last article', ['article #-4']],
    ['the last but three article', ['article #-4']],
    ['der viertletzte Artikel', ['article #-4']],
  ])('by one number: %j: %j', (question, expected) => {
    expect(named(question)).toEqual(expected);
  });

  it.each([
    ['articles 5 and 7', 'article 5, article 7'],
    ['статьи 5 и 7', 'article 5, article 7'],
    ['第五条和第七条', 'article 5, article 7'],
    ['第五、七条', 'article 5, article 7'],
    ['第五至第七条', 'article 5..7'],
    ['第三至五、七条', 'article 3..5, article 7'],
    ['第一、三至五和第七条', 'article 1, article 3..5, article 7'],
    ['los artículos 5 y 7', 'article 5, article 7'],
    ['les articles 5 et 7', 'article 5, article 7'],
    ['die Artikel 5 und 7', 'article 5, article 7'],
    ['المادتان ٥ و٧', 'article 5, article 7'],
    ['المادتان الخامسة والسابعة', 'article 5, article 7'],
    ['artikelen 5 en 7', 'article 5, article 7'],
    ['os artigos 5.º e 7.º', 'article 5, article 7'],
    ['artikel 2, leden 2 en 3', 'article 2 > paragraph 2, article 2 > paragraph 3'],
    ['第五条第二款和第三款', 'article 5 > paragraph 2, article 5 > paragraph 3'],
    ['letters a and b of article 5', 'article 5 > item a, article 5 > item b'],
    ['lettere a e b dell’articolo 3', 'article 3 > item a, article 3 > item b'],
    ['artikel 1, onder a en b', 'article 1.a, article 1.b'],
    ['article 5(1)(a), (c) and (d)', 'article 5.1.a, article 5.1.c, article 5.1.d'],
    ['article 5(1) and (3)', 'article 5.1, article 5.3'],
    ['las letras a) y c) del artículo 2', 'article 2 > item a, article 2 > item c'],
    ['(see articles 5 and 7)', 'article 5, article 7'],
    ['articles one and three', 'article 1, article 3'],
    ['chapters I and V', 'chapter I, chapter V'],
    ['chapters I to V', 'chapter I..V'],
    [
      'the first and third paragraphs of article 5',
      'article 5 > paragraph #1, article 5 > paragraph #3',
    ],
    [
      'paragraph 2 and paragraph 3 of article 7',
      'article 7 > paragraph/sign 2, article 7 > paragraph/sign 3',
    ],
    [
      'article 5 paragraph 2 and paragraph 3 of article 7',
      'article 5 > paragraph/sign 2, article 7 > paragraph/sign 3',
    ],
    ['decisions 1000 to 1002', 'decision 1000..1002'],
    ['any articles I or a friend should read', ''],
    ['article 5 and a treaty', 'article 5'],
  ])('listed with others: %j: %j', (question, expected) => {
    expect(named(question).join(', ')).toBe(expected);
  });

  it.each([
    ['the second sentence of article 4', 'article 4', 'sentence #2'],
    [
      'the last sentence of the first paragraph of article 4',
      'article 4 > paragraph/sign #1',
      'sentence #-1',
    ],
    ['§ 2 Abs. 1 Satz 2', 'sign 2 > paragraph 1', 'sentence 2'],
    ['de tweede volzin van artikel 4', 'article 4', 'sentence #2'],
    ['第四条第二句', 'article 4', 'sentence 2'],
    ['la deuxième phrase de l’article 4', 'article 4', 'sentence #2'],
  ])('a sentence of a place: %j', (question, place, sentence) => {
    const [reference] = referencesIn(question);
    expect(shown(reference?.readings[0])).toBe(place);
    expect(shown(reference?.sentence === undefined ? [] : [reference.sentence])).toBe(sentence);
  });

  it.each([
    ['section 1.3 of article 2', ['article 2 > section 1.3']],
    ['What does Article II, Section 2 say?', ['article II > section 2']],
    ['point (a) of article 3', ['article 3 > point/item a']],
    ['schedule 2 paragraph 1', ['annex 2 > paragraph/sign 1']],
    ['Artikel 5 Absatz 2 Satz 1', ['article 5 > paragraph 2']],
    ['alinéa 2 de l’article 26', ['article 26 > paragraph/item 2']],
    ['статья 71 пункт б', ['article 71 > paragraph/item б']],
    ['ст. 72 ч. 1 п. «ж»', ['article 72 > part/item 1 > paragraph/item ж']],
    ['第62条第9项', ['article 62 > item 9']],
    ['Art. I, § 9, cl. 2', ['article I > sign 9 > clause 2']],
    ['第八十九条第（九）项', ['article 89 > item 9']],
    ['recital 3', ['preamble > paragraph 3']],
    ['42 U.S.C. § 1982(a)', ['part 42 > sign/section 1982.a']],
    ['29 CFR 1910.12', ['part 29 > sign/section 1910.12']],
    ['artikel 5 lid 3', ['article 5 > paragraph 3']],
    ['n.º 2 do artigo 5', ['article 5 > paragraph/item 2']],
    ['alínea b) do n.º 2 do artigo 5.º', ['article 5 > paragraph/item 2 > item b']],
    ['(c) of article 37', ['article 37 > paragraph/item c']],
    ['3-1 of article 2', ['article 2 > paragraph/item 3-1']],
    ['المادة 5 الفقرة 2', ['article 5 > paragraph/item 2']],
    ['art. 5, comma 2', ['article 5 > paragraph/item 2']],
  ])('step by step: %j: %j', (question, expected) => {
    expect(named(question)).toEqual(expected);
  });

  it.each([
    ['the third principle', ['principle #3']],
    ['the 14th amendment', ['amendment #14']],
    ['the last paragraph of chapter IV', ['chapter IV > paragraph/sign #-1']],
    ['der zweite Absatz des Artikels 5', ['article 5 > paragraph #2']],
    ['最后一条', ['article #-1']],
    ['the article before last', ['article #-2']],
    ['the last but one article', ['article #-2']],
    ['der vorletzte Absatz', ['paragraph #-2']],
    ['倒数第二条', ['article #-2']],
    ['المادة قبل الأخيرة', ['article #-2']],
    ['What is the preamble about?', ['preamble']],
  ])('by their order or by name: %j: %j', (question, expected) => {
    expect(named(question)).toEqual(expected);
  });

  it.each([
    ['see para. 5 and § 7', ['paragraph 5', 'sign 7']],
    ['articles 5, 7 and 9 of the treaty', ['article 5', 'article 7', 'article 9']],
    ['article 5, article 7', ['article 5', 'article 7']],
    ['paragraphs 45 to 47', ['paragraph 45..47']],
    ['第五条至第七条', ['article 5..7']],
    ['articles 1000 and 1002', ['article 1000', 'article 1002']],
    ['1 and 2 of article 5', ['article 5 > paragraph/item 1', 'article 5 > paragraph/item 2']],
    ['paragraphs 2 and 3 of article 5', ['article 5 > paragraph 2', 'article 5 > paragraph 3']],
    ['paragraph 5 and what was agreed in 2021', ['paragraph/sign 5']],
    ['paragraph 5 and 2021', ['paragraph/sign 5']],
    ['part 1 '.repeat(500), ['part 1']],
  ])('several: %j: %j', (question, expected) => {
    expect(named(question)).toEqual(expected);
  });

  it.each([
    'Is this a point of order in 2021?',
    'How many paragraphs are there?',
    'article about trade',
    'Are there any articles I should read about terrorism?',
    'What part civil society plays',
    'the point Xi made',
    'Is there a point in this?',
    'статья о торговле',
    'Какие части договора важны?',
    '这一条说了什么',
    'Tudo o que se da 1 vez',
    'Did 42 cats 1982 dogs meet?',
  ])('none: %j', (question) => {
    expect(named(question)).toEqual([]);
  });
});

test('what may be said from within is read both ways', () => {
  const [reference] = referencesIn('пункт «б» части 1 статьи 72');
  expect(reference?.readings.map(shown)).toEqual([
    'paragraph/item б > part/item 1 > article 72',
    'article 72 > part/item 1 > paragraph/item б',
  ]);
});

it.each([
  ['ст. 5 ч. 2', ['article 5 > part/item 2']],
  ['artículo 5 y el 7', ['article 5']],
  ['article 5 I think', ['article 5']],
])('what stands behind a number need not be below it: %j', (question, expected) => {
  expect(named(question)).toEqual(expected);
});

test('a question names no more places than are looked for', () => {
  const many = Array.from({ length: 99 }, (_, i) => `article ${String(i)}`).join(', ');
  expect(referencesIn(many)).toHaveLength(10);
});

test('the question without the places that it names', () => {
  const rest = (question: string): string[] =>
    withoutReferences(question, referencesIn(question)).split(/\s+/u);
  expect(rest('What do paragraph 5 and section IX say?')).toEqual(['What', 'do', 'and', 'say?']);
  expect(rest('What do paragraphs 5 and 6 say?')).toEqual(['What', 'do', 'say?']);
});
