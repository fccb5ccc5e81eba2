import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { createRemarkReader, type ReadRemark } from '../../../src/chat/remarks/read-remark.js';
import { shippedEncoder } from '../../support/shipped-models.js';
import { smallIndex } from '../../support/small-index.js';

const JUDGED = ['questions.jsonl', 'dialogues.jsonl'].map(
  (file) => new URL(`../../judged/${file}`, import.meta.url),
);

let read: ReadRemark;
beforeAll(async () => {
  const text = readFileSync(new URL('../../../corpus/dushanbe-2021.txt', import.meta.url), 'utf8');
  const { index } = await smallIndex([{ id: 'dushanbe-2021', text }]);
  read = createRemarkReader({ index, embeddings: await shippedEncoder() });
});

test.each([
  ['hello there!', 'greeting', 'en'],
  ['Добрый вечер!', 'greeting', 'ru'],
  ['下午好', 'greeting', 'zh'],
  ['thank you, that helped', 'thanks', 'en'],
  ['besten Dank', 'thanks', 'de'],
  ['what exactly are you', 'identity', 'en'],
  ['what can i ask you about', 'help', 'en'],
  ['¿En qué me puedes ayudar?', 'help', 'es'],
  ['what texts are in here?', 'texts', 'en'],
  ['can you tell me more?', 'more', 'en'],
  ['Расскажи ещё', 'more', 'ru'],
  ['keep it short', 'shorter', 'en'],
  ['能说得简单点吗？', 'simpler', 'zh'],
  ['Vous en êtes bien sûr ?', 'sure', 'fr'],
  ['هل أنت واثق؟', 'sure', 'ar'],
])('%s is meant as one of the prototypes', async (message, kind, language) => {
  expect(await read(message)).toEqual({ kind, language });
});

test('no judged question is taken for a remark, but for a greeting among them', async () => {
  const lines = JUDGED.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'));
  const asked = lines
    .map((line) => JSON.parse(line) as { question?: string; turns?: string[] })
    .flatMap(({ question, turns = [] }) => (question === undefined ? turns : [question]));
  expect(asked.length).toBeGreaterThan(400);
  const taken: string[] = [];
  for (const question of asked) if ((await read(question)) !== undefined) taken.push(question);
  expect(taken).toEqual(['hi there, how are you today?']);
});

test.each([
  'Tell me more about Afghanistan',
  'What about online shopping?',
  'Is there a fund as well?',
  'Which documents are mentioned?',
  'Who are they?',
  '总结第三章',
  'Can you summarise it for me?',
])('%s asks something of the texts', async (message) => {
  expect(await read(message)).toBeUndefined();
});

// In other words than the ordinary questions of the languages.
test.each([
  'Sing me a song',
  'What is on TV tonight?',
  'Do you have hobbies?',
  '今天星期几？',
  '给我唱首歌',
  '外面冷吗？',
  'Завтра пойдёт дождь?',
  'Tu connais une bonne histoire drôle ?',
  '¿Va a nevar mañana?',
])('%s is no remark, though it asks nothing of the texts', async (message) => {
  expect(await read(message)).toBeUndefined();
});
