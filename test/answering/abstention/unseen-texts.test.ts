import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAnswerable } from '../../../src/answering/abstention/answerability.js';
import { loadConfig } from '../../../src/bin/config.js';
import type { AnswerDependencies } from '../../../src/chat/answer-question.js';
import { loadEncoder, openAnswering, updateIndex } from '../../../src/bin/composition-root.js';

const TEXTS = fileURLToPath(new URL('../../fixtures/texts/', import.meta.url));

let folder: string;
let dependencies: AnswerDependencies;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'declaration-chat-'));
  for (const name of ['udhr-style', 'rio-style', 'un-charter-style']) {
    await cp(join(TEXTS, `${name}.txt`), join(folder, 'corpus', `${name}.txt`));
  }
  await writeFile(
    join(folder, 'corpus', 'ustav.txt'),
    'Статья 1\n\nГород уплачивает вступительный взнос в размере 500 франков.\n\nСтатья 2\n\nСовет собирается два раза в год.\n',
  );
  await writeFile(
    join(folder, 'corpus', 'farewell.txt'),
    '1. Many thanks are given to the sailors.\n\n2. Hello is said at the quay.\n',
  );
  const config = {
    ...loadConfig({}),
    corpusDir: join(folder, 'corpus'),
    indexDir: join(folder, 'index'),
  };
  const embeddings = await loadEncoder(config);
  await updateIndex(config, embeddings);
  dependencies = await openAnswering(config, embeddings);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function answers(question: string): Promise<boolean> {
  return isAnswerable(
    dependencies.index,
    await dependencies.retriever.retrieve(
      { messages: [{ role: 'user', content: question }] },
      { topK: 8 },
    ),
  );
}

describe('texts without everyday questions, which nothing was fitted on', () => {
  test.each([
    'Do I have the right to leave my country?',
    'Can parents choose the education of their children?',
    'Are all people equal?',
    'What do they say about nature?',
    'To whom are thanks given?',
    'Кто уплачивает вступительный взнос?',
    'How many members does the Security Council have?',
    'What are the purposes of the United Nations?',
    'What does article 26 say?',
  ])('answered: %s', async (question) => {
    expect(await answers(question)).toBe(true);
  });

  test.each([
    'Does my dog need a vaccine?',
    'How do I bake bread?',
    'Who won the world cup in 2018?',
    'How much does a visa cost?',
    'What is the capital of France?',
    'Tell me a joke',
    'Many thanks!',
    'Hello',
    'Как испечь хлеб в городе?',
    'Is the moon made of cheese?',
    'Can I use a hammer to fix my car?',
    'How does photosynthesis work in plants?',
    'What does article 97 say?',
  ])('not answered: %s', async (question) => {
    expect(await answers(question)).toBe(false);
  });
});
