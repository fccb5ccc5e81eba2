import { expect, test } from 'vitest';
import { CheckedQuestions } from '../../../src/chat/suggestions/checked-questions.js';

test('what is refused is not offered again; each question is asked once', async () => {
  const asked: string[] = [];
  const checked = new CheckedQuestions((question) => {
    asked.push(question);
    return Promise.resolve(question !== 'Who?');
  });
  expect(checked.mayOffer('Who?')).toBe(true);
  await checked.check(['Who?', 'What?']);
  await checked.check(['Who?', 'Where?']);
  expect(asked).toEqual(['Who?', 'What?', 'Where?']);
  expect(['Who?', 'What?', 'Where?', 'When?'].map((one) => checked.mayOffer(one))).toEqual([
    false,
    true,
    true,
    true,
  ]);
});

test('what could not be asked is asked again', async () => {
  let fails = true;
  const checked = new CheckedQuestions(() =>
    fails ? Promise.reject(new Error('no')) : Promise.resolve(false),
  );
  await checked.check(['Who?']);
  expect(checked.mayOffer('Who?')).toBe(true);
  fails = false;
  await checked.check(['Who?']);
  expect(checked.mayOffer('Who?')).toBe(false);
});
