import { expect, it } from 'vitest';
import { isPlainRefusal } from '../../src/generative/refusals.js';
import { createReplyKindReader } from '../../src/generative/reply-kinds.js';
import { shippedEncoder } from '../support/shipped-models.js';

const REFUSALS = [
  'The texts do not say how much the Secretariat costs each year.',
  'There is no mention of a common currency in either declaration.',
  "I'm sorry, but the documents don't contain information about visa-free travel.",
  'Neither declaration states why the meeting was moved.',
  'They do not say what it will cost.',
  'No information is given on the budget.',
  'В тексте не сказано, сколько стоит секретариат.',
  'К сожалению, в документах нет сведений о безвизовых поездках.',
  '文本没有说明秘书处每年的费用。',
  '很遗憾，文件中没有关于免签旅行的信息。',
  'Les textes ne disent pas combien coûte le secrétariat.',
];
const STATEMENTS = [
  'The SCO is not an alliance against other states.',
  'No, the centres have not been set up yet; the members are considering them.',
  'The members do not interfere in one another’s internal affairs.',
  'The Secretariat is in Beijing.',
  'Организация не направлена против других государств.',
  '成员国不干涉彼此内政。',
];

it.each(REFUSALS)('a refusal is known for one: %s', async (sentence) => {
  const encoder = await shippedEncoder();
  const readKind = createReplyKindReader(encoder);
  const vector = await encoder.embedQuery(sentence);
  expect(await readKind({ text: sentence, vector, cites: false })).toMatch(/refusal/u);
});

it.each(STATEMENTS)('what denies something states it: %s', async (sentence) => {
  const encoder = await shippedEncoder();
  const readKind = createReplyKindReader(encoder);
  const vector = await encoder.embedQuery(sentence);
  expect(await readKind({ text: sentence, vector, cites: true })).toBe('statement');
});

it.each(['Certainly!', 'Here is what the texts say:', 'I hope this answers your question.'])(
  'what opens or closes a reply says nothing: %s',
  async (sentence) => {
    const encoder = await shippedEncoder();
    const vector = await encoder.embedQuery(sentence);
    const readKind = createReplyKindReader(encoder);
    expect(await readKind({ text: sentence, vector, cites: false })).toBe('aside');
  },
);

it.each(['Oui.', 'Ja.', 'Nein.', 'Sí.', 'Não.'])('yes and no are known: %s', async (word) => {
  const encoder = await shippedEncoder();
  const vector = await encoder.embedQuery(word);
  const readKind = createReplyKindReader(encoder);
  expect(await readKind({ text: word, vector, cites: false })).toBe('yes-or-no');
});

it('a refusal is plain that has no name, number or quotation but the question’s own', () => {
  const known = ['Does Mongolia pay 30 crowns?', 'Charter of the Lake'];
  expect(isPlainRefusal('The texts do not say whether Mongolia pays 30 crowns.', known)).toBe(true);
  expect(isPlainRefusal('The Charter of the Lake does not say.', known)).toBe(true);
  expect(isPlainRefusal('The texts do not say. CANARY', known)).toBe(false);
  expect(isPlainRefusal('The texts do not say whether it pays 31 crowns.', known)).toBe(false);
  expect(isPlainRefusal('The texts do not say; see evil.example/login.', known)).toBe(false);
});
