import { describe, expect, it } from 'vitest';
import {
  contextOf,
  leaningSign,
  standaloneQuery,
  withinNamed,
} from '../../../src/retrieval/query/follow-up.js';
import type { ChatMessage } from '../../../src/types.js';

const DOCUMENT = { title: '', language: 'en', text: '', paragraphs: [] };
const user = (content: string): ChatMessage => ({ role: 'user', content });
const assistant = (content: string): ChatMessage => ({ role: 'assistant', content });

describe('what shows that a question may lean', () => {
  it.each([
    ['en', 'opening', 'And the prosecutors?'],
    ['en', 'opening', 'what for?'],
    ['en', 'opening', 'why?'],
    ['en', 'opening', 'which of them proposed the second one?'],
    ['en', 'opening', 'What term does the last of the three want?'],
    ['en', 'pointing', 'Is it open to others?'],
    ['en', 'pointing', 'Which commission meets on that?'],
    ['en', 'pointing', 'and what title are they going to announce?'],
    ['en', 'brief', 'in which hotel exactly?'],
    ['en', 'doubtful', 'Is there a development fund as well?'],
    ['en', 'loose', 'Has the SCO grown since it was founded?'],
    ['en', 'loose', 'Do they want to reform the World Trade Organization?'],
    ['en', 'loose', 'Do leaders of these countries meet?'],
    ['ru', 'opening', 'А Таджикистан?'],
    ['ru', 'pointing', 'Как с ней бороться?'],
    ['ru', 'loose', 'Как их суды сотрудничают друг с другом?'],
    ['zh', 'opening', '海关呢？'],
    ['zh', 'pointing', '怎样打击它？'],
    ['zh', 'loose', '他们如何看待世界贸易组织的改革？'],
    ['fr', 'opening', 'Et le Tadjikistan ?'],
    ['fr', 'pointing', 'Quand a-t-il été créé ?'],
    ['es', 'opening', '¿Y Tayikistán?'],
    ['es', 'pointing', '¿Quién lo propuso y qué es eso?'],
    ['de', 'opening', 'Und Tadschikistan?'],
    ['de', 'pointing', 'Wer hat davon gesprochen?'],
    ['ar', 'pointing', 'وماذا عن طاجيكستان؟'],
    ['ar', 'pointing', 'متى تم إنشاء ذلك؟'],
  ])('%s %s: %s', (language, sign, question) => {
    expect(leaningSign(question, language)).toBe(sign);
  });

  it.each([
    ['en', 'How will the member states fight drug trafficking?'],
    ['en', 'What does this declaration say about safe drinking water?'],
    ['en', 'Is it true that members oppose weapons in outer space?'],
    ['en', 'Is there a ban on weapons made from viruses?'],
    ['en', 'Which gaps exist between IT and other fields?'],
    ['en', 'Why does corruption matter to public administration?'],
    ['ru', 'Упоминается ли в этой декларации питьевая вода?'],
    ['zh', '这份宣言提到饮用水吗？'],
    ['fr', 'Y a-t-il des mesures contre le trafic de drogue ?'],
    ['de', 'Gibt es Maßnahmen gegen den Drogenhandel?'],
    ['es', '¿Qué dice esta declaración sobre el agua potable?'],
  ])('nothing, %s: %s', (language, question) => {
    expect(leaningSign(question, language)).toBeUndefined();
  });
});

describe('what a question would lean on', () => {
  const about = [
    user('What is the SCO Business Council for?'),
    assistant('It promotes trade [1].'),
  ];

  it('the question before, and the answer without its markers', () => {
    expect(contextOf([...about, user('And the bank?')])).toEqual({
      questions: ['What is the SCO Business Council for?'],
      answer: 'It promotes trade.',
    });
  });

  it('no abstention or greeting: what cites nothing leads nowhere', () => {
    const refused = [
      user('What is the SCO Business Council for?'),
      assistant('The texts do not answer this question. I looked in the Sochi Declaration.'),
    ];
    expect(contextOf([...refused, user('And the bank?')])).toEqual({
      questions: ['What is the SCO Business Council for?'],
    });
  });

  it('a chain of follow-ups is traced to the question that stands alone', () => {
    const { questions } = contextOf([
      ...about,
      user('Who is in it?'),
      assistant('All [1].'),
      user('Since when?'),
    ]);
    expect(questions).toEqual(['What is the SCO Business Council for?', 'Who is in it?']);
  });

  it('nothing where nothing was asked before', () => {
    expect(contextOf([assistant('Hello, ask me.'), user('What is it for?')])).toEqual({
      questions: [],
    });
  });

  it('the query reads as one text', () => {
    expect(standaloneQuery('And the bank?', contextOf([...about, user('And the bank?')]))).toBe(
      'What is the SCO Business Council for? And the bank?',
    );
  });

  it('no names of texts where the question names its own', () => {
    const documents = ['rio-1992', 'oslo-2001'].map((id) => ({ ...DOCUMENT, id }));
    const context = { questions: ['What does the Rio text say about forests?'] };
    expect(withinNamed(context, 'And the Oslo text?', documents).questions).toEqual([
      'What does the say about forests?',
    ]);
    expect(withinNamed(context, 'And lakes?', documents)).toBe(context);
  });
});
