import { beforeAll, describe, expect, it } from 'vitest';
import {
  createIntentReader,
  type ReadIntent,
} from '../../../src/answering/document-questions/document-intent.js';
import { shippedEncoder } from '../../support/shipped-models.js';
import { smallIndex } from '../../support/small-index.js';

let read: ReadIntent;
beforeAll(async () => {
  const embeddings = await shippedEncoder();
  const { index } = await smallIndex([
    {
      id: 'lake-2001',
      title: 'Lake Declaration on Food and Water',
      place: 'Harbour City',
      text: '1. The council fights terrorism, and women lead it.\n\n2. A charter and a treaty follow.',
    },
    { id: 'sea-1990', title: 'Sea Statement', text: '1. Whales are protected.' },
  ]);
  read = createIntentReader({ index, embeddings });
});

describe('a question about a text as a whole', () => {
  it.each([
    ['What is this declaration about?', 'about'],
    ['what is this text about', 'about'],
    ['Can you summarise it for me?', 'about'],
    ['tl;dr', 'about'],
    ['hey, what are the main points of the Lake Declaration?', 'about'],
    ['Which subjects are covered in the document?', 'about'],
    ['What does this treaty regulate?', 'about'],
    ['and when was it signed?', 'date'],
    ['date of adoption?', 'date'],
    ['What year is the declaration from?', 'date'],
    ['when was it adoptd', 'date'],
    ['Where was the declaration adopted?', 'place'],
    ['place of signature', 'place'],
    ['Who are the parties?', 'parties'],
    ['Which parts does it have?', 'parts'],
    ['What is the structure of the Lake Declaration?', 'parts'],
    ['How is the document divided?', 'parts'],
    ['how long is this declaration', 'length'],
    ['How many paragraphs does the text have?', 'length'],
    ['can you tell me who signed the declaration please', 'parties'],
  ])('in English: %j', async (question, intent) => {
    expect(await read({ question, language: 'en' })).toBe(intent);
  });

  it.each([
    ['ru', 'О чём эта декларация?', 'about'],
    ['ru', 'Когда был принят этот документ?', 'date'],
    ['zh', '谁签署了这份文件?', 'parties'],
    ['fr', 'Où cette déclaration a-t-elle été adoptée ?', 'place'],
    ['es', '¿De qué trata este documento?', 'about'],
  ])('in %s: %j', async (language, question, intent) => {
    expect(await read({ question, language })).toBe(intent);
  });
});

describe('no question about a text as a whole', () => {
  it.each([
    'When was the SCO founded?',
    'How many members does the council have?',
    'How many women lead the council?',
    'How long does the programme run?',
    'What is the RATS about?',
    'who signed the memorandum with UNESCO',
    'When was the charter signed by Novak?',
    'What does the declaration say about women?',
    'What are the main points about terrorism?',
    'How was the declaration adopted?',
    'Why was it adopted?',
    'In which languages was the declaration drawn up?',
    'When will the declaration enter into force?',
    'Who translated the declaration?',
    'Who can join the treaty?',
    'Which other documents does it mention?',
    'and when was that?',
    'Tell me more',
    'who?',
    'Good evening!',
    '',
  ])('is %j', async (question) => {
    expect(await read({ question, language: 'en' })).toBeUndefined();
  });

  it.each([
    ['ru', 'Когда была основана ШОС?'],
    ['ru', 'Что говорит декларация о климате?'],
    ['zh', '条约何时生效?'],
    ['fr', 'Qui peut adhérer au traité ?'],
    ['es', '¿Qué dice la declaración sobre la energía?'],
  ])('in %s is %j', async (language, question) => {
    expect(await read({ question, language })).toBeUndefined();
  });
});
