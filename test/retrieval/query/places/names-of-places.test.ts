import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../../src/documents/to-document.js';
import { placesAt } from '../../../../src/retrieval/query/places/places-at.js';
import { referencesIn } from '../../../../src/retrieval/query/places/references.js';

const lines = (...all: readonly string[]): string => all.join('\n\n');

const TEXTS = {
  ACT: lines(
    ...['1. Boats', '(1) Boats float.', '(2) They sink.', '2. Rafts', '(1) Rafts float.'],
    ...['FIRST SCHEDULE', 'List I—Lake boats', '1. Canoes of wood.', '2. Ferries of steel.'],
    ...['List II—Sea boats', '1. Tugs of iron.', '2. Yachts of wood.'],
  ),
  CODE: lines(
    ...['Article L111-1', 'Les barques flottent.', 'Article L111-2', 'Les radeaux flottent.'],
    ...['Article R*121-3', 'Les pierres coulent.'],
  ),
  BYLAWS: lines(
    ...['Chapter 60', '§ 60-100. Boats.', 'A. Boats float.', 'B. They sink.'],
    ...[
      '§ 60-105. Rafts.',
      'Rafts float.',
      '§ 2000e–2. Logs.',
      '(a) Logs float.',
      '(b) They burn.',
    ],
  ),
  LEY: lines(
    ...['Artículo 1. Objeto.', 'Las barcas flotan.', 'Artículo 2. Ámbito.', 'Las balsas flotan.'],
    ...['Disposición adicional segunda. Remos.', '1. Los remos flotan.', '2. Los palos flotan.'],
    ...['Disposición transitoria segunda. Anclas.', 'Las anclas se hunden.'],
  ),
  ZAKON: lines(
    ...['Статья 67. Лодки', '1. Лодки плавают.', '2. Лодки тонут.'],
    ...['Статья 671. Плоты', 'Плоты плавают.', 'Статья 68. Камни', '1. Камни тонут.'],
  ),
  DUSTUR: lines(
    ...['المادة (12)', 'أولاً: تطفو القوارب.', 'ثانياً: تطفو العوامات.', 'المادة (12 مكرر)'],
    ...['تغرق الحجارة.', 'المادة (13)', 'تطفو الأخشاب.'],
  ),
  GESETZ: lines(
    ...[
      '§ 1 Boote',
      'Boote schwimmen.',
      '§§ 2 bis 5 (weggefallen)',
      '§ 6 Steine',
      'Steine sinken.',
    ],
  ),
  FAGUI: lines('第一条 船舶包括：', '（一）木船；', '（二）铁船。', '第二条 木船漂浮。'),
  STATUTO: lines(
    'Art. 2',
    'Le barche sono libere.',
    'Art. 2-bis',
    'I remi pure.',
    'Art. 3',
    'Fine.',
  ),
} as const;

type Text = keyof typeof TEXTS;

function labelsAt(question: string, name: Text): string {
  const document = toDocument({
    metadata: { id: name, title: 'Untitled', loader: 'plain-text' },
    text: TEXTS[name],
  });
  const paragraphs = document.paragraphs.map((paragraph) => ({ document, paragraph }));
  return referencesIn(question)
    .flatMap((reference) => placesAt(paragraphs, reference))
    .map(({ paragraph }) => paragraph.label)
    .join(' ');
}

describe('places are found by what they are called', () => {
  it.each<[Text, string, string]>([
    ['ACT', 'entry 2 of list I of the first schedule', 'annex-1.I.2'],
    ['GESETZ', '§ 3', '2–5'],
    ['GESETZ', '§§ 2 bis 5', '2–5'],
    ['GESETZ', '§ 6', '6'],
    ['GESETZ', '§ 7', ''],
    ['ACT', 'First Schedule, List II, entry 1', 'annex-1.II.1'],
    ['ACT', 'section 1(2)', '1(2)'],
    ['CODE', 'Que dit l’article L. 111-2 ?', 'L111-2'],
    ['CODE', 'article R121-3', 'R121-3'],
    ['CODE', 'article L. 112-9', ''],
    ['BYLAWS', '§ 60-100', '60-100A 60-100B'],
    ['BYLAWS', 'section 60-999', ''],
    ['BYLAWS', 'Chapter 60, § 60-100, B', '60-100B'],
    ['BYLAWS', '§ 60-105, I think', '60-105'],
    ['STATUTO', 'art. 2 bis', '2-bis'],
    ['STATUTO', 'l’articolo 2-bis', '2-bis'],
    ['BYLAWS', '42 U.S.C. § 2000e-2(b)', '2000e-2(b)'],
    ['LEY', 'la disposición adicional segunda, apartado 2', 'disposición-adicional-2.2'],
    ['LEY', 'disposición transitoria segunda', 'disposición-transitoria-2'],
    ['LEY', 'disposición adicional tercera', ''],
    ['ZAKON', 'ст. 67.1', '67-1'],
    ['ZAKON', 'статья 68.1', '68.1'],
    ['ZAKON', 'часть 2 статьи 67', '67.2'],
    ['DUSTUR', 'المادة (12) ثانياً', '12.2'],
    ['DUSTUR', 'المادة 12 مكرر', '12مكرر'],
    ['FAGUI', '第一条（二）', '1(2)'],
  ])('%s: %s', (text, question, labels) => {
    expect(labelsAt(question, text)).toBe(labels);
  });

  it('whose numbers stand in brackets', () => {
    expect(referencesIn('article 19, clause (1), sub-clause (g)')[0]?.readings[0]).toEqual([
      { names: ['article'], number: '19' },
      { names: ['clause'], number: '1' },
      { names: ['item'], number: 'g' },
    ]);
  });
});
