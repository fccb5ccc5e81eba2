import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPrompt } from '../../src/adapters/prompt-file.js';
import type { AnswerDependencies } from '../../src/chat/answer-dependencies.js';
import { answerQuestion } from '../../src/chat/answer-question.js';
import { openAnswering } from '../../src/composition/open-answering.js';
import { refreshCorpusIndex } from '../../src/composition/refresh-corpus-index.js';
import { PROMPTS_DIR } from '../../src/composition/shipped-files.js';
import { noticeOfLanguage } from '../../src/language/notice-of-language.js';
import type { ChatReply } from '../../src/protocol.js';
import type { Inquiry } from '../../src/types.js';
import { expectReply } from '../support/chat-reply.js';
import { decided, refused } from '../support/decided.js';
import { BagOfWordsEmbeddings, smallIndex, type SmallIndex } from '../support/small-index.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const RIVER = '1. The parties protect the river. They hold\nregattas.\n\n2. Herons nest there.\n';
const MEER = '1. Die Staaten schützen das Meer und seine Wale.\n';
const LAKE = '1. Regattas are held.\n\n2. Regattas end.\n\n3. Regattas begin.\n';
const TEXTS = { river: RIVER, meer: MEER, lake: LAKE };

let small: SmallIndex;
beforeAll(async () => {
  small = await smallIndex([
    { id: 'river', title: 'River Treaty', text: RIVER },
    { id: 'meer', title: 'Meeresvertrag', text: MEER, language: 'de' },
  ]);
});

async function ask(
  question: string,
  { documents, ...dependencies }: Partial<AnswerDependencies> & Pick<Inquiry, 'documents'> = {},
): Promise<ChatReply> {
  let reply: ChatReply | undefined;
  for await (const event of answerQuestion(
    {
      ...small,
      decide: () => decided(true),
      abstention: () => Promise.resolve('Not there.'),
      unsure: (titles) => Promise.resolve(`Unsure of ${titles.join(' and ')}.`),
      ...dependencies,
    },
    { messages: [{ role: 'user', content: question }], ...(documents && { documents }) },
    { signal: new AbortController().signal },
  )) {
    if (event.type === 'answer') ({ reply } = event);
  }
  return expectReply(reply, TEXTS);
}

describe('where it is not sure that the texts answer', () => {
  const unsure = { decide: () => refused('unsure') };

  it('says so, and shows the closest words, without a citation', async () => {
    const reply = await ask('When are the regattas held?', unsure);
    expect(reply).toMatchObject({
      answered: false,
      unsure: true,
      answer: 'Unsure of River Treaty and Meeresvertrag.',
      citations: [],
    });
    expect(reply.answered ? [] : reply.nearest.map(({ quote }) => quote)[0]).toBe(
      'They hold\nregattas.',
    );
  });

  it('names the texts of which words are shown, and no other', async () => {
    const both = await smallIndex([
      { id: 'river', title: 'River Treaty', text: RIVER },
      { id: 'lake', title: 'Lake Treaty', text: LAKE },
    ]);
    const reply = await ask('When are the regattas held?', { ...both, ...unsure });
    const shown = reply.answered ? [] : reply.nearest.map(({ documentId }) => documentId);
    expect(new Set(shown)).toEqual(new Set(['lake']));
    expect(reply.answer).toBe('Unsure of Lake Treaty.');
  });

  it('is an abstention like others where nobody has words for it', async () => {
    const reply = await ask('When are the regattas held?', {
      ...small,
      ...unsure,
      unsure: undefined as never,
    });
    expect(reply).toMatchObject({ answer: 'Not there.', unsure: true });
  });

  it.each(['improbable', 'unknown-place', 'courtesy'] as const)(
    'is not said of what is refused as %s',
    async (reason) => {
      const reply = await ask('When are the regattas held?', { decide: () => refused(reason) });
      expect(reply).toMatchObject({ answered: false, answer: 'Not there.' });
      expect(reply).not.toHaveProperty('unsure');
    },
  );
});

describe('a question in another language than the texts', () => {
  const question = '¿Quién protege el river y las regattas?';

  it('has that said beside its answer', async () => {
    const { notice } = await ask(question);
    expect(notice).toBe(noticeOfLanguage('es', ['en', 'de']));
  });

  it('has it said beside an abstention, of the texts that were asked', async () => {
    const decide = (): ReturnType<typeof refused> => refused('improbable');
    const { notice } = await ask(question, { decide, documents: ['river'] });
    expect(notice).toBe(noticeOfLanguage('es', ['en']));
  });

  it('is none where one of the texts is in it', async () => {
    expect(await ask('Wer schützt das Meer?')).not.toHaveProperty('notice');
    expect(await ask('Who protects the river?')).not.toHaveProperty('notice');
    expect((await ask('Wer schützt die regattas?', { documents: ['river'] })).notice).toBe(
      noticeOfLanguage('de', ['en']),
    );
  });
});

describe('a question that asks several things', () => {
  const answers =
    (...words: readonly string[]): AnswerDependencies['decide'] =>
    (_index, { retrieval: { question, aspects } }) =>
      // Asked together they are answered.
      decided(aspects.length > 1 || words.some((word) => question.includes(word)));

  it('is told which of them is not answered, and nothing is quoted for it', async () => {
    const reply = await ask('Who protects the river? Where do herons nest?', {
      decide: (index, found) =>
        found.retrieval.question.includes('herons') && found.retrieval.question.includes('river')
          ? decided(true)
          : answers('river')(index, found),
      documents: ['river'],
    });
    expect(reply.answer).toContain('The parties protect the river.');
    expect(reply.answer).not.toContain('Herons');
    expect(reply.notice).toBe('The texts do not say: “Where do herons nest”.');
  });

  it('is judged by what is left where one of them is told to be not answered', async () => {
    const reply = await ask('Who protects the river? Where do herons nest?', {
      decide: (_index, { retrieval: { question } }) =>
        question.includes('herons') ? refused('improbable') : decided(true),
      documents: ['river'],
    });
    expect(reply.answered).toBe(true);
    expect(reply.notice).toBe('The texts do not say: “Where do herons nest”.');
  });

  it('says nothing of that where each is answered, or none', async () => {
    for (const decide of [() => decided(true), answers('nothing of it')]) {
      const reply = await ask('Who protects the river? Where do herons nest?', {
        decide,
        documents: ['river'],
      });
      expect(reply).not.toHaveProperty('notice');
    }
  });
});

it('the words are those of the prompts, with the titles of the texts', async () => {
  const folder = await temporaryFolder();
  const [corpusDir, indexDir] = [join(folder, 'corpus'), join(folder, 'index')];
  await mkdir(corpusDir);
  await writeFile(join(corpusDir, 'river.txt'), `River Treaty\n\n${RIVER}`);
  const encoder = Object.assign(new BagOfWordsEmbeddings(), {
    model: 'bag',
    fingerprint: 'bag',
    isWord: () => true,
    matchTokens: () => Promise.resolve(undefined),
  });
  const none = (): void => undefined;
  const log = { debug: none, info: none, warn: none, error: none };
  await refreshCorpusIndex({ corpusDir, indexDir, encoder, log });
  const opened = await openAnswering({ encoder, indexDir, promptsDir: PROMPTS_DIR, log });
  const said = async (name: 'abstention' | 'closest-words'): Promise<string> =>
    (await readPrompt(PROMPTS_DIR, name, ['documents']))({ documents: 'A; B' });
  expect(await opened.unsure?.(['A', 'B'])).toBe(await said('closest-words'));
  expect(await opened.abstention(['A', 'B'])).toBe(await said('abstention'));
  expect(await said('closest-words')).toContain('A; B');
  expect(await said('closest-words')).not.toBe(await said('abstention'));
});
