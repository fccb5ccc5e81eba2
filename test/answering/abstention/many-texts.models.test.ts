import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pickExcerpts } from '../../../src/answering/quoting/pick-excerpts.js';
import type { AnswerDependencies } from '../../../src/chat/answer-dependencies.js';
import { openShippedAnswering } from '../../support/shipped-models.js';

const TEXTS = ['corpus', 'test/fixtures/texts'].map((folder) =>
  fileURLToPath(new URL(`../../../${folder}/`, import.meta.url)),
);

let folder: string;
let dependencies: AnswerDependencies;

/** All texts that there are, none with everyday questions: among so many something is near to anything. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'declaration-chat-'));
  for (const from of TEXTS) {
    const names = (await readdir(from)).filter((name) => name.endsWith('.txt'));
    for (const name of names) await cp(join(from, name), join(folder, 'corpus', name));
  }
  dependencies = await openShippedAnswering(join(folder, 'corpus'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function isAnswered(question: string): Promise<boolean> {
  const { index, retriever, decide } = dependencies;
  const messages = [{ role: 'user', content: question }] as const;
  const retrieval = await retriever.retrieve({ messages }, { topK: 8 });
  const { excerpts } = pickExcerpts(index, retrieval.aspects);
  return (await decide(index, { retrieval, excerpts })).answerable;
}

test.each([
  'What are the symptoms of diabetes?',
  'Who invented the telephone?',
  'How do I renew my passport?',
  'Can I get a visa for Japan?',
  'Can my landlord raise the rent?',
  'How do I lose weight?',
])('of many texts none answers: %s', async (question) => {
  expect(await isAnswered(question)).toBe(false);
});

test.each([
  'Do I have the right to leave my country?',
  'How many members does the Security Council have?',
])('one of many texts answers: %s', async (question) => {
  expect(await isAnswered(question)).toBe(true);
});
