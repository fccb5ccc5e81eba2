import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/language/sentences/split-sentences.js';

function sentencesOf(text: string): readonly string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

/** The sentences that each text, put together from them, must be divided into. */
const TABLE: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'the number of a paragraph is no sentence': [
    ['22. The States agree.', 'They meet.'],
    ['5.10. Inter-regional cooperation is good.', 'It grows.'],
    ['IX. Final provisions follow.', 'They are short.'],
    ['1. (a) The Parties go.', 'They stay.'],
    ['a. Foo is bar.', 'Bar is foo.'],
    ['Article 5. Everyone has the right to tea.', 'Nobody has a duty.'],
    ['§ 5. The end is near.', 'It is here.'],
  ],
  'abbreviations do not end sentences': [
    ['St. Petersburg is big.', 'It is old.'],
    ['See No. 5 of the list.', 'It holds.'],
    ['Art. 26 and Arts. 5 and 6 apply.', 'So do paras. 3 and 4.'],
    ['Some, e.g. China, and others, i.e. Tajikistan, agreed.', 'Mr. Zatulin spoke.'],
    ['K. Zatulin spoke.', 'J. F. Kennedy did not.', 'H.E. Mr. Smith listened.'],
    ['The U.S. Government agreed, resp. Congress.', 'The U.N. Charter holds.'],
    ['Prof. Dr. Smith of the Gen. Assembly came.', 'He left.'],
    ['Bolshaya Polyanka St., 7/10, building 3; Phone: +7-495-959-34-51'],
    ['Vol. II and pp. 5 to 7, cf. Annex.', 'Nothing else.'],
  ],
  'what may be an abbreviation ends a sentence where another begins': [
    ['The answer is no.', 'The States left.'],
    ['They left the U.S.', 'The others stayed.'],
    ['They drank tea, coffee, etc.', 'The meeting went on.'],
    ['It was modern art.', 'Everyone came.'],
  ],
  'numbers and dates': [
    ['It cost 3.5 million.', 'It rose in 2021.', 'In 2022 it fell.'],
    ['The number of states was 26.', 'I remind you of it.'],
    ['On 19. 5. 2020 it rained.', 'Then not.'],
    ['Am 3. Juni 2021 war es kalt.', 'Dann nicht.'],
    ['See UNSCR 2396.', 'The States agree.'],
    ['They said so.', '(A/41/PV. 8, p. 71) It is true.'],
    ['No way out was seen.', '15 states joined.'],
    ['Aims: 1. Peace; 2. Trade; 3. Tea.', 'No more.'],
  ],
  'abbreviations of other languages': [
    ['Gemäß Art. 5 Abs. 2 Nr. 3 gilt das.', 'Vgl. Kap. 4 bzw. Dr. Meier.'],
    ['Es gibt Tee, Kaffee usw.', 'Der Rat trinkt beides.', 'Das ist eine Art.', 'Sie gilt.'],
    ['M. Dupont et Mme Durand citent l’art. 5, al. 2.', 'Ils signent.', 'Cf. Mmes. Rey.'],
    ['El Sr. Ruiz cita el art. 3 y la pág. 7.', 'La Sra. Díaz firma.'],
    ['Il sig. Rossi cita l’art. 3, n. 2.', 'La legge vale.'],
    ['O Sr. Silva cita o art. 3.', 'A lei vale.'],
    ['Согласно ст. 5 и п. 2 ч. 3 он прав, т.е. свободен.', 'См. Приложение.'],
    ['В 1993 г. Совет собрался.', 'Он решил в 1994 г.', 'В Москве ждали.'],
    ['К ним относятся суды и др.', 'Все они равны.'],
    ['قرر د. أحمد ذلك في ص. 5 من الكتاب.', 'هل هو حق؟', 'نعم!'],
    ['第一条 国家保护人民。', '人民有权利！', '谁决定？', '议会。'],
    ['国旗は白い。', '国歌はない。'],
    ['국기는 희다.', '국가는 없다.'],
  ],
  'a title within quotation marks is not torn': [
    [
      'The Forum “On the Second Track. The Role of Civil Society and Public Diplomacy” was held.',
      'It ended.',
    ],
    ['The Forum **“On the Second Track. The Role of Civil Society”**.', 'The event was good.'],
    ['The Forum "On the Second Track. The Role of Civil Society" was held.', 'It ended.'],
    ['The Forum «On the Second Track. The Role of Civil Society» was held.', 'It ended.'],
  ],
  'a speech within quotation marks is divided': [
    [
      'Zatulin: “We have much to do.',
      'We are in good humor about the Forum.',
      'It is ours”.',
      'He left.',
    ],
    ['He said: "It is good.', 'It is bad."', 'Then he left.'],
  ],
  'a quotation over several paragraphs protects nothing': [
    ['Zatulin: “The Forum was dedicated to the role.', 'The Forum was attended by states.'],
    ['We have much to do.', 'They gather here at Sochi.'],
    ['I thank all.', 'We are inspired by the way in which the Forum was held”.'],
    ['It “began here.', 'And "ended" there.', 'Fully.'],
  ],
  'marks after the stop belong to the sentence': [
    ['“Because it is.”', 'She left.'],
    ['It holds (as amended).', 'It was **bold.**', 'It ended [there].'],
    ['It was “the heart of the world”.', '“The Shanghai Spirit” spreads.'],
    ['Is it so?', 'Yes!', 'No.'],
    ['“Why?” he asked.', 'Nobody knew.'],
  ],
  brackets: [
    ['It is (see the annex. The list is there) here.', 'Yes.'],
    ['It is long.', '(See the list.', 'It is longer.)', 'More comes.'],
  ],
  'ellipses do not end sentences': [
    ['Wait ... The end of it … And more.'],
    ['It goes on [...] The rest is here.'],
  ],
  'addresses and domains': [
    ['It is on the **International Forum actual web-site - civilshos.ru**.'],
    ['Write to info@example.org or www.example.org.', 'We answer.'],
  ],
  'a lost space after the stop': [
    ['They condemn terrorism, separatism and extremism.', 'Member States reaffirm it.'],
  ],
  'apostrophes are no quotation marks': [
    ['The ‘Trumpet of Peace’ festivals are good.', 'So are the states’ rights.', 'The SCO’s too.'],
  ],
  'other scripts': [
    ['Все люди рождаются свободными.', 'Они равны.'],
    ['這是第一句。', '這是第二句。'],
  ],
};

/** Chinese needs no space after the stop, and one text has lost it. */
function joined(sentences: readonly string[]): string {
  return sentences.reduce((text, sentence) =>
    /(?:。|extremism\.)$/.test(text) ? text + sentence : `${text} ${sentence}`,
  );
}

describe('splitSentences', () => {
  for (const [promise, rows] of Object.entries(TABLE)) {
    it.each(rows.map((row) => [row] as const))(`${promise}: %j`, (row) => {
      expect(sentencesOf(joined(row))).toEqual(row);
    });
  }

  it('reads sentences over hard-wrapped lines', () => {
    expect(sentencesOf('The States\r\nagree. They\r\nmeet.')).toEqual([
      'The States\r\nagree.',
      'They\r\nmeet.',
    ]);
  });

  it('keeps an enumeration with semicolons in one sentence', () => {
    expect(sentencesOf('The Parties:\n(a) agree;\n(b) disagree; and\n(c) go.')).toHaveLength(1);
    expect(sentencesOf('Readers may:\n- borrow books,\n- read.')).toHaveLength(1);
  });

  it('divides a list whose items are sentences', () => {
    expect(sentencesOf('Readers:\n- They borrow.\n- they read.')).toEqual([
      'Readers:\n- They borrow.',
      '- they read.',
    ]);
  });

  it('ends a sentence at a blank line', () => {
    expect(sentencesOf('A title\n\nThe text.')).toEqual(['A title', 'The text.']);
  });

  it('has no sentences in white space', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences(' \r\n\t ')).toEqual([]);
  });

  const pieces = fc.oneof(
    fc.constantFrom(
      'The',
      'States',
      'agree',
      'No',
      '5',
      '22.',
      'St.',
      'e.g.',
      'U.S.',
      '.',
      '. ',
      '! ',
      '? ',
      '…',
      '...',
      '“',
      '”',
      '"',
      '‘',
      '’',
      '(',
      ')',
      '[',
      ']',
      ';',
      '\n',
      '\r\n',
      '\n\n',
      ' ',
      '  ',
      '**',
      '- ',
      '👩‍👩‍👧',
      'e\u0301',
      '\ud800',
      '\udc00',
      '。',
      '\u00a0',
      '\u2028',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );

  it('gives spans that are trimmed, in order and cover everything but white space', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let at = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    '.',
    '. ',
    '“',
    '” ',
    '(',
    'a. ',
    '1. ',
    '"a" ',
    '.”',
    ' ',
    '\n ',
    'x',
    'No. ',
    '…',
    '“A. ',
  ])('reads a quarter of a megabyte of %j', (unit) => {
    const text = `${unit.repeat(250_000 / unit.length)}x`;
    expect(splitSentences(text).at(-1)?.end).toBe(text.length);
  });
});
