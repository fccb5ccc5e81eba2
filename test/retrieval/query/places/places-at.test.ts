import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../../src/documents/to-document.js';
import { missingPlaces } from '../../../../src/retrieval/query/places/missing-place.js';
import { placesAt, type Placed } from '../../../../src/retrieval/query/places/places-at.js';
import { referencesIn } from '../../../../src/retrieval/query/places/references.js';

const CHARTER = `Preamble

The members, eager to keep the lakes clean,

Mindful of the herons,

Have agreed as follows:

CHAPTER I: AIMS

Article 1

This charter protects the lakes.

Article 2

1. Members keep the shores clean.

2. Members shall:

(a) count the herons;

(b) mend the nets.

Article 9 bis

Nets of steel are forbidden.

CHAPTER II: BODIES

Article 10

The council meets in spring.

It elects a chair.

The chair serves one year.

Article 11

1. The council decides by vote.

2. The chair breaks a tie.`;

const FEDERATION = `Article I

Section 1

A congress makes the laws of the lakes.

Section 2

The congress sits in the harbour house.

Its members serve two years.

Amendments

Amendment IV

The boats of the people shall not be searched.

Amendment V

Section 1

No boat shall be taken.`;

const BYLAWS = `ARTICLE 1. MEMBERS

SECTION 1.1. ADMISSION

Anyone who owns a boat may join the club.

SECTION 1.2. DUES

Members pay in spring.

ARTICLE 2. OFFICERS

SECTION 2.1. CHAIR

The chair holds the keys:

(a) to the boathouse;

(b) to the bar.`;

const DECLARATION = `1. WATER

1. The parties share the water.

2. TRADE

2. The parties lower their tariffs.

3. The bank pays for the dams.

3. CULTURE

3.1. Music

4. Choirs are exchanged.`;

const KONSTITUCIYA = `Глава 1

Статья 1

1. Озера принадлежат всем.

2. Рыбная ловля свободна.

Статья 2

В ведении совета находятся:

а) лодки;

б) сети;

в) причалы.

Глава 2

Статья 3

Совет собирается весной.`;

const FAGUI = `第一章 总则

第一条 湖泊属于全体居民。

第二条 渔业自由。

居民保护湖岸。

第二章 机构

第三条 理事会行使下列职权：

（一）管理船只；

（二）管理渔网。`;

const CONSTITUTION = `TITRE PREMIER - DES LACS

ARTICLE PREMIER.

Les lacs sont à tous.

ARTICLE 2.

La pêche est libre.

La loi en fixe les saisons.

ARTICLE 2-1.

Les filets d’acier sont interdits.`;

const ACT = `PART I

19. Boats are free, save as article 20 and article 21A provide.

20. (1) Nets are counted under article 19.

(2) Nets of steel are forbidden.

21. Herons are protected by article 22.

21A. Swans too.

22. The council meets in spring.`;

const REGULATION = `Whereas:

(1) Ferries link the banks.

(2) Fares differ.

HAS ADOPTED THIS REGULATION:

Article 1

A ferry is one of these: (a) a boat; (b) a raft.`;

const USTAV = `Статья 1

1.1. Общество называется речным.

1.2. Общество находится в Заречье.

Статья 2

2.1. Членом может быть каждый.

2.2. Члены обязаны:

1) платить взносы;

2) беречь реку.

Статья 3

1. Совет ведает:

ж) лодками;

ж1) плотами;

з) сетями.`;

const RECITALS = `# Rules on Boats

## Article 1

(1). Boats float.

(2). Rafts float.

## 0. Recitals

(1). Boats are old.

(2). Rafts are older.`;

const CODE = `TITLE 42—LAKES

CHAPTER 1—BOATS

§ 1981. Boats

Boats float.

§ 1982. Rafts

Rafts float.`;

const SPEECH = `Friends, we met at the lake in spring.

We agreed at once on the herons.

We parted as friends.`;

const TEXTS = {
  CHARTER,
  FEDERATION,
  BYLAWS,
  DECLARATION,
  KONSTITUCIYA,
  FAGUI,
  CONSTITUTION,
  ACT,
  REGULATION,
  USTAV,
  RECITALS,
  CODE,
  SPEECH,
};
type Text = keyof typeof TEXTS;

function paragraphsOf(text: Text): Placed[] {
  const document = toDocument({
    metadata: { id: text, title: text, language: 'en' },
    text: TEXTS[text],
  });
  return document.paragraphs.map((paragraph) => ({ document, paragraph }));
}

function labelsAt(question: string, ...texts: Text[]): string {
  const paragraphs = texts.flatMap(paragraphsOf);
  const found = referencesIn(question).flatMap((reference) => placesAt(paragraphs, reference));
  return [...new Set(found)]
    .map(({ document, paragraph }) =>
      texts.length > 1 ? `${document.id}#${paragraph.label}` : paragraph.label,
    )
    .join(' ');
}

describe('what stands at a place', () => {
  it.each<[Text, string, string]>([
    ['CHARTER', 'What does article 2 say?', '2.1 2.2 2.2(a) 2.2(b)'],
    ['CHARTER', 'article 2(2)', '2.2 2.2(a) 2.2(b)'],
    ['CHARTER', 'Article II, paragraph 2, letter b', '2.2(b)'],
    ['CHARTER', 'Art. 9 bis', '9bis'],
    ['CHARTER', 'article 9a', '9bis'],
    ['CHARTER', 'paragraph 3 of article 10', '10-3'],
    ['CHARTER', 'article 10.2', '10-2'],
    ['CHARTER', 'the last paragraph of chapter II', '11.2'],
    ['CHARTER', 'the first article of chapter II', '10 10-2 10-3'],
    ['CHARTER', 'the last article', '11.1 11.2'],
    ['CHARTER', 'Summarise chapter 1.', '1 2.1 2.2 2.2(a) 2.2(b) 9bis'],
    ['CHARTER', 'articles 1 to 2', '1 2.1 2.2 2.2(a) 2.2(b)'],
    ['CHARTER', 'recital 2', 'preamble-2'],
    ['CHARTER', 'What is the preamble?', 'preamble-1 preamble-2 preamble-3'],
    ['CHARTER', 'article 12', ''],
    ['CHARTER', 'the last article but the article before last', '11.1 11.2 10 10-2 10-3'],
    ['CHARTER', '2 of article 2', '2.2 2.2(a) 2.2(b)'],
    ['CHARTER', 'How many of the 20 in article 2 are free?', '2.1 2.2 2.2(a) 2.2(b)'],
    ['CHARTER', 'How many of the 2 in article 10 are free?', '10 10-2 10-3'],
    ['CHARTER', 'article 2.2 b', '2.2(b)'],
    ['CHARTER', 'article 9 a', '9bis'],
    ['BYLAWS', '42 USC 1.2', '1.2'],
    ['CODE', '42 USC 1982', '1982'],
    ['CODE', '41 USC 1982', ''],
    ['CHARTER', 'article 2(3)', ''],
    ['FEDERATION', 'What does Amendment IV say?', 'IV'],
    ['FEDERATION', 'the fourth amendment', 'IV'],
    ['FEDERATION', 'Amendment 5', 'V.1'],
    ['FEDERATION', 'What does Article I, Section 2 say?', 'I.2 I.2-2'],
    ['FEDERATION', 'section 2 of article 1, clause 2', 'I.2-2'],
    ['BYLAWS', 'section 1.2 of article 1', '1.2'],
    ['BYLAWS', 'section 2.1(b)', '2.1(b)'],
    ['DECLARATION', 'paragraph 2', '2'],
    ['DECLARATION', 'section 2', '2 3'],
    ['DECLARATION', 'What does section 3.1 say?', '4'],
    ['DECLARATION', 'article 2', ''],
    ['KONSTITUCIYA', 'Что говорится в статье 1?', '1.1 1.2'],
    ['KONSTITUCIYA', 'ч. 2 ст. 1', '1.2'],
    ['KONSTITUCIYA', 'пункт «б» статьи 2', '2(б)'],
    ['KONSTITUCIYA', 'статья 2 пункт в', '2(в)'],
    ['KONSTITUCIYA', 'вторая глава', '3'],
    ['KONSTITUCIYA', 'article 3', '3'],
    ['FAGUI', '第二条', '2 2-2'],
    ['FAGUI', '第二条第二款', '2-2'],
    ['FAGUI', '第3条第2项规定了什么？', '3(2)'],
    ['FAGUI', '最后一条', '3 3(1) 3(2)'],
    ['FAGUI', 'chapter 2', '3 3(1) 3(2)'],
    ['CONSTITUTION', 'Que dit l’article premier ?', '1'],
    ['CONSTITUTION', 'le deuxième alinéa de l’article 2', '2-2'],
    ['CONSTITUTION', 'article 2-1', '2-1'],
    ['CONSTITUTION', 'article 2 bis', '2-1'],
    ['ACT', 'What does article 21A say?', '21A'],
    ['ACT', 'article 20(2)', '20(2)'],
    ['ACT', 'article 23', ''],
    ['REGULATION', 'recital 2', 'preamble(2)'],
    ['REGULATION', 'article 1(b)', '1'],
    ['REGULATION', 'article 1, point (b)', '1'],
    ['REGULATION', 'article 1(c)', ''],
    ['RECITALS', 'recital 2', '0-recitals(2)'],
    ['USTAV', 'п. 2.2', '2.2 2.2(1) 2.2(2)'],
    ['USTAV', 'подпункт 2 пункта 2.2', '2.2(2)'],
    ['USTAV', 'ст. 2.1', '2.1'],
    ['USTAV', 'пункт «ж.1» части 1 статьи 3', '3.1(ж1)'],
    ['SPEECH', 'paragraph 2', 'p2'],
    ['SPEECH', 'the last paragraph', 'p3'],
    ['SPEECH', 'section 2', ''],
    ['CHARTER', 'the last paragraph', '11.2'],
    ['CHARTER', 'the last paragraph of article 2', '2.2 2.2(a) 2.2(b)'],
  ])('%s: %s: %s', (text, question, labels) => {
    expect(labelsAt(question, text)).toBe(labels);
  });
});

it('texts that print the number count, those where it is only counted do not', () => {
  expect(labelsAt('paragraph 2', 'DECLARATION', 'SPEECH')).toBe('DECLARATION#2');
  expect(labelsAt('article 1', 'KONSTITUCIYA', 'CONSTITUTION', 'DECLARATION')).toBe(
    'KONSTITUCIYA#1.1 KONSTITUCIYA#1.2 CONSTITUTION#1',
  );
});

describe('a place that is missing', () => {
  it.each<[Text, string, unknown]>([
    ['CHARTER', 'article 99', { kind: 'article', first: '1', last: '11', inner: false }],
    ['CHARTER', 'article 2(7)', { kind: 'item', first: '1', last: '2', inner: true }],
    ['CHARTER', 'chapter V', { kind: 'chapter', first: 'I', last: 'II', inner: false }],
    ['DECLARATION', 'article 2', { kind: 'item', first: '1', last: '4', inner: false }],
    ['FAGUI', '第九条', { kind: 'article', first: '1', last: '3', inner: false }],
    ['RECITALS', 'recital 9', { kind: 'item', first: '1', last: '2', inner: true }],
    ['SPEECH', 'article 2', undefined],
  ])('%s: %s', (text, question, there) => {
    const [reference] = referencesIn(question);
    const [missing] = reference === undefined ? [] : missingPlaces(paragraphsOf(text), reference);
    expect(missing?.words).toBe(question);
    if (there === undefined) expect(missing).not.toHaveProperty('there');
    else expect(missing?.there).toMatchObject({ ...(there as object) });
  });

  it('has its closest number', () => {
    const [reference] = referencesIn('article 8');
    const [missing] =
      reference === undefined ? [] : missingPlaces(paragraphsOf('CHARTER'), reference);
    expect(missing?.there?.closest.map(({ paragraph }) => paragraph.label)).toEqual(['9bis']);
  });
});
