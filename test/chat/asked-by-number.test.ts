import { beforeAll, describe, expect, it } from 'vitest';
import { createDecider } from '../../src/answering/abstention/decide-answerable.js';
import { answerQuestion } from '../../src/chat/answer-question.js';
import type { ChatReply } from '../../src/protocol.js';
import { smallIndex, type SmallIndex } from '../support/small-index.js';

const boat = (number: number): string =>
  `${String(number)}. Boat number ${String(number)} is kept in the harbour house of the lakes over the winter, and ` +
  'is painted in spring by those who rowed it last, with the paint that the club buys for it.';
const LAKES = `Article 1

1. The lakes belong to all. Nobody may fence them.

2. The council names those who keep the keys.

Article 2

The council meets in spring. Elections are held in autumn.

Article 3

${Array.from({ length: 12 }, (_, i) => boat(i + 1)).join('\n\n')}`;
const RIVERS = `Article 1

The rivers are free.

Article 2

1. A commission guards them.

2. Elections to the commission are secret.

3. It has an office in the mountains.`;
const OZERA = `Статья 1

Озера принадлежат всем.

Статья 2

Совет собирается весной.`;

let small: SmallIndex;
beforeAll(async () => {
  small = await smallIndex([
    { id: 'lakes', title: 'Charter of the Lakes', text: LAKES },
    { id: 'rivers', title: 'Charter of the Rivers', text: RIVERS },
    { id: 'ozera', title: 'Хартия озер', text: OZERA, language: 'ru' },
  ]);
});

async function ask(question: string, ...documents: string[]): Promise<ChatReply> {
  const dependencies = {
    ...small,
    decide: createDecider(),
    abstention: () => Promise.resolve('Not in the texts.'),
  };
  for await (const event of answerQuestion(
    dependencies,
    { messages: [{ role: 'user', content: question }], documents },
    { signal: new AbortController().signal },
  )) {
    if (event.type === 'answer') return event.reply;
  }
  throw new Error('there was no answer');
}

const cited = ({ citations }: ChatReply): string[] =>
  citations.map(({ documentId, paragraph }) => `${documentId}#${paragraph}`);

describe('a place that is asked for by its number', () => {
  it('is quoted in its order and nothing beside it', async () => {
    const reply = await ask('What does article 1 say?', 'lakes');
    expect(cited(reply)).toEqual(['lakes#1.1', 'lakes#1.2']);
    expect(reply.answer).toBe(
      'The lakes belong to all. [1] Nobody may fence them. [1] ' +
        'The council names those who keep the keys. [2]',
    );
    expect(reply).not.toHaveProperty('notice');
  });

  it('is cut where it is long, which is said', async () => {
    const reply = await ask('Give me the full text of article 3.', 'lakes');
    const labels = cited(reply);
    expect(labels.length).toBeGreaterThan(3);
    expect(labels).toEqual(labels.map((_, i) => `lakes#3.${String(i + 1)}`));
    expect(reply.notice).toBe(
      `Quoted here: ${String(labels.length)} of the 12 paragraphs that stand there.`,
    );
  });

  it('is where an answer is looked for, if something is asked of it', async () => {
    expect(cited(await ask('What does article 2 say about elections?', 'rivers'))).toContain(
      'rivers#2.2',
    );
    expect(
      cited(await ask('What does article 2 say about an office in the mountains?', 'rivers'))[0],
    ).toBe('rivers#2.3');
  });

  it('is quoted from each text that has it', async () => {
    const reply = await ask('Compare article 1 of both charters.', 'lakes', 'rivers');
    expect(new Set(cited(reply))).toEqual(new Set(['lakes#1.1', 'lakes#1.2', 'rivers#1']));
  });

  it('is quoted from the text that is named', async () => {
    expect(cited(await ask('What is in article 1 of the Rivers text?', 'lakes', 'rivers'))).toEqual(
      ['rivers#1'],
    );
  });
});

describe('a place that is not there', () => {
  it.each([
    [
      'What does article 99 say?',
      'lakes',
      'There is no article 99 in Charter of the Lakes; its articles run from 1 to 3.',
    ],
    [
      'What does article 1(9) say?',
      'lakes',
      'There is no article 1(9) in Charter of the Lakes; the numbered paragraphs there run from 1 to 2.',
    ],
    [
      'annex II',
      'lakes',
      'There is no annex II in Charter of the Lakes; its articles run from 1 to 3.',
    ],
    [
      'Что говорит статья 99?',
      'ozera',
      'В тексте «Хартия озер» нет такого места: «статья 99»; есть статьи с 1 по 2.',
    ],
    [
      '第九十九条规定了什么？',
      'lakes',
      '《Charter of the Lakes》中没有“第九十九条”；其条文的编号从 1 到 3。',
    ],
  ])('%j: in %s', async (question, document, answer) => {
    const reply = await ask(question, document);
    expect(reply).toMatchObject({ answered: false, answer, citations: [] });
  });

  it('shows what stands at the closest number', async () => {
    const reply = await ask('What does article 4 say?', 'rivers');
    expect(reply.answered ? [] : reply.nearest[0]).toMatchObject({
      paragraph: expect.stringMatching(/^2\./u) as string,
    });
  });

  it('is said of several texts one by one', async () => {
    expect((await ask('What does article 7 say?', 'lakes', 'rivers')).answer).toBe(
      'There is no article 7 in Charter of the Lakes; its articles run from 1 to 3. ' +
        'There is no article 7 in Charter of the Rivers; its articles run from 1 to 2.',
    );
  });

  it.each([
    'What about defence under Article 51?',
    'Is defence allowed by Art. 7 (2) «b»?',
    'What of defence under § 9-1?',
  ])(
    'is no place of these texts where they speak of it as one of another: %s',
    async (question) => {
      const speaking = await smallIndex([
        {
          id: 'x',
          text: '1. Article 51 of the Charter allows defence with oars, as do Art. 7 (2) «b» and § 9-1 of the Act.',
        },
      ]);
      const { reference } = await speaking.retriever.retrieve(
        { messages: [{ role: 'user', content: question }] },
        { topK: 3 },
      );
      expect(reference).toBe('none');
    },
  );
});
