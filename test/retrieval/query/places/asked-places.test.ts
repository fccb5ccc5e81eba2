import { beforeAll, describe, expect, it } from 'vitest';
import { MAX_PLACE_DOCUMENTS } from '../../../../src/retrieval/settings.js';
import { askedPlaces } from '../../../../src/retrieval/query/places/asked-places.js';
import { smallIndex, type SmallIndex } from '../../../support/small-index.js';

const BYLAWS = `ARTICLE 9. MEMBERS

SECTION 9.1. ADMISSION

Anyone who owns a boat may join the club. It costs 2.1 crowns.

SECTION 9.3. DUES

Members pay in spring:

(a) for the boathouse;

(b) for the bar.

They pay in silver.

ARTICLE 10. TRADE

SECTION 10.1. NETS

Nets are sold for one of these: (a) crowns; (b) barley; (c) herring.`;

const RULES = `# Convention on the Rights of the Heron

Article I

A. Herons nest:

1. by the lake;

2. by the river.

B. Herons are counted.

Article II

The parties meet in spring.`;

const COMMUNIQUE = `# Blue Bay Summit Communiqué

1. We met at the bay.

2. We share the herring.

3. We protect the herons.`;

let small: SmallIndex;
beforeAll(async () => {
  small = await smallIndex([
    { id: 'lake-club', title: 'Bylaws of the Lake Club', text: BYLAWS },
    { id: 'heron', title: 'Convention on the Rights of the Heron', text: RULES },
    { id: 'b7', title: 'Blue Bay Summit Communiqué', text: COMMUNIQUE },
  ]);
});

/** `id#label` of what stands at the places; `!9.4` for one that is missing. */
async function found(question: string, ...ids: string[]): Promise<string[]> {
  const { index } = small;
  const searched = index.documents.filter(({ id }) => ids.length === 0 || ids.includes(id));
  const places = await askedPlaces(question, { searched, index });
  return places.flatMap(({ reference, found: there }) =>
    there.length === 0
      ? [`!${reference.words}`]
      : there.map(({ document, paragraph }) => `${document.id}#${paragraph.label}`),
  );
}
const DUES = ['9.3', '9.3(a)', '9.3(b)', '9.3-2'].map((label) => `lake-club#${label}`);

describe('numbers without a name', () => {
  it.each([
    ['What does 9.3 say?', DUES],
    ['9.3', DUES],
    ['What does 9.3 forbid?', DUES],
    ['Who pays under 9.3 and when?', DUES],
    ['what about 9.3(b)', ['lake-club#9.3(b)']],
    ['9.3-2', ['lake-club#9.3-2']],
    ['I.A.2', ['heron#I.A.2']],
    ['What does I.A.1 require of the herons?', ['heron#I.A.1']],
    ['Cite I.A.', ['heron#I.A', 'heron#I.A.1', 'heron#I.A.2']],
    ['i.b', ['heron#I.B']],
    ['no. 3', ['b7#3']],
    ['What does 2 say?', ['b7#2']],
  ])('%s: %j', async (question, labels) => {
    expect(await found(question)).toEqual(labels);
  });

  it.each([
    'Who paid 9.3 million?',
    'Does version 9.3 matter?',
    'Is it more than 9.3 %?',
    'Did it cost €9.3 or 9.3€?',
    'What does 2.1 crowns buy?',
    'Is A.I. allowed on the lake?',
    'What was agreed in 2021?',
    'Who met 3 times?',
    'Are there no 3 herons?',
    'Did Lake Bank, N.A. or N.I. pay?',
    'The score was 10-1 at 9:30 on 10.1.2020',
    'Is there a rule 4.7 about rowing at night?',
  ])('none: %s', async (question) => {
    expect((await found(question)).filter((label) => !label.startsWith('!rule'))).toEqual([]);
  });

  it.each([
    ['9.4', ['!9.4']],
    ['What does 9.4 say?', ['!9.4']],
    ['Who pays under 9.4?', []],
    ['1539', []],
  ])('that no text has, %s: %j', async (question, labels) => {
    expect(await found(question)).toEqual(labels);
  });
});

it('of a question that is nothing but numbers a few are looked at', async () => {
  expect(new Set(await found('9.3(a) '.repeat(500)))).toEqual(new Set(['lake-club#9.3(a)']));
  const many = Array.from({ length: 500 }, (_, i) => `9.${String(i)}`).join(' ');
  expect((await found(many)).length).toBeLessThan(20);
});

describe('what is counted within a sentence', () => {
  it.each([
    ['section 10.1(b)', ['lake-club#10.1']],
    ['section 10.1, letter c', ['lake-club#10.1']],
    ['section 10.1(d)', ['!section 10.1(d)']],
  ])('%s: %j', async (question, labels) => {
    expect(await found(question, 'lake-club')).toEqual(labels);
  });
});

it('a letter may stand right behind the number that it stands below', async () => {
  expect(await found('section 9.3b')).toEqual(['lake-club#9.3(b)']);
});

describe('documents that are named beside a place', () => {
  it.each([
    ['heron article II', ['heron#II']],
    ['What does HERON article II say?', ['heron#II']],
    ['article II, lake-club', ['!article II']],
    ['article II of the Convention on the Rights of the Heron', ['heron#II']],
    ['CRH article II', ['heron#II']],
    ['b7 paragraph 2', ['b7#2']],
    ['paragraph 2 of the communiqué', ['b7#2']],
    ['What does paragraph 2 of the Blue Bay communiqué say about fish?', ['b7#2']],
    ['article II about the lake club', ['heron#II']],
    ['1 of b7', ['b7#1']],
    ['section 1 of b7 and section 9.1 of lake-club', ['b7#1', 'lake-club#9.1']],
    ['compare section 9.3 of lake-club and section 2 of b7', [...DUES, 'b7#2']],
    ['compare article 10 of lake-club and article 10 of heron', ['lake-club#10.1']],
    ['paragraph 1 of b7 and section 9.1 of the lake club', ['b7#1', 'lake-club#9.1']],
  ])('%s: %j', async (question, labels) => {
    expect(await found(question)).toEqual(labels);
  });
});

describe('a place in more texts than are looked through', () => {
  const COUNT = MAX_PLACE_DOCUMENTS + 5;
  const LAST = COUNT - 1;
  let many: SmallIndex;
  beforeAll(async () => {
    many = await smallIndex(
      Array.from({ length: COUNT }, (_, i) => ({
        id: `t${i}`,
        title: `Pact ${i}`,
        text: `1. ${i === LAST ? 'Otters are free to swim' : 'The parties meet'}.\n\n2. They pay.`,
      })),
    );
  });

  const foundIn = async (question: string): Promise<readonly (readonly string[])[]> => {
    const { index } = many;
    const places = await askedPlaces(question, { searched: index.documents, index });
    return places.map(({ found: there }) => there.map(({ document }) => document.id));
  };
  const texts = (count: number): string[] => Array.from({ length: count }, (_, i) => `t${i}`);

  it('is looked for in those that share most with the question, then the first, in their order', async () => {
    expect(await foundIn('What does paragraph 2 say of otters that swim?')).toEqual([
      [...texts(MAX_PLACE_DOCUMENTS - 1), `t${LAST}`],
    ]);
    expect(await foundIn('What does paragraph 2 say?')).toEqual([texts(MAX_PLACE_DOCUMENTS)]);
  });

  it('is looked for in the one that is named, wherever it stands', async () => {
    expect(await foundIn(`What does paragraph 2 of t${LAST} say?`)).toEqual([[`t${LAST}`]]);
  });
});
