import { expect, it } from 'vitest';
import { createLeaningReader } from '../../src/generative/leaning-openings.js';
import { shippedEncoder } from '../support/shipped-models.js';

const leans = shippedEncoder().then(createLeaningReader);

it.each([
  ...['But they may sail.', 'Yet no seat is named.', 'Still, boats may sail.', 'It also has fish.'],
  ...['Nonetheless, they sail.', 'On the other hand, boats sail.', 'In addition, boats may sail.'],
  ...['Aber die Boote fahren.', 'Trotzdem fahren Boote.', 'Darüber hinaus, sie fahren.'],
  ...['Mais les bateaux naviguent.', 'Par contre, ils naviguent.', 'Pero los barcos navegan.'],
  ...['Aun así, los barcos navegan.', 'Но лодки могут плавать.', 'Впрочем, лодки плавают.'],
  ...['但是，船可以航行。', '然而船可以航行。', 'لكن القوارب تبحر', 'ومع ذلك، تبحر'],
])('leans on the sentence before: %s', async (sentence) => {
  expect(await (await leans)(sentence)).toBe(true);
});

it.each([
  ...['The lake is shared.', 'In 2021, boats sailed.', 'Nobody may fish.', 'Both bodies meet.'],
  ...['Beijing, China, is the seat.', 'By consensus, members decide.', 'Yes, they do.'],
  ...['Also known as RATS, it meets.', 'After the summit, leaders met.', 'Disputes are settled.'],
  ...['Im Sommer dürfen Boote fahren.', 'Des bateaux naviguent.', 'En verano, los barcos navegan.'],
  ...['Летом лодки могут плавать.', 'Стороны договорились.', '湖由各村共享。', 'في الصيف، تبحر'],
])('stands by itself: %s', async (sentence) => {
  expect(await (await leans)(sentence)).toBe(false);
});

it('an encoder that tells nothing apart knows what the rules of a language know', async () => {
  const reader = createLeaningReader({ embedQuery: () => Promise.resolve([1, 0]) });
  expect([await reader('However, boats sail.'), await reader('Aber sie fahren.')]).toEqual([
    true,
    false,
  ]);
});
