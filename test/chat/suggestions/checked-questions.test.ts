import { expect, test } from 'vitest';
import { CheckedQuestions } from '../../../src/chat/suggestions/checked-questions.js';
import { deferred } from '../../support/deferred.js';

const never = new AbortController().signal;

test('what is refused is not offered again; each question is asked once', async () => {
  const asked: string[] = [];
  const checked = new CheckedQuestions((question) => {
    asked.push(question);
    return Promise.resolve(question !== 'Who?');
  });
  expect([checked.mayOffer('Who?'), checked.isAnswered('What?')]).toEqual([true, false]);
  await Promise.all([checked.check(['Who?', 'What?']), checked.check(['What?'])]);
  await checked.check(['Who?', 'Where?']);
  expect(asked).toEqual(['Who?', 'What?', 'Where?']);
  const all = ['Who?', 'What?', 'Where?', 'When?'];
  expect(all.map((one) => checked.mayOffer(one))).toEqual([false, true, true, true]);
  expect(all.map((one) => checked.isAnswered(one))).toEqual([false, true, true, false]);
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

test('what is asked ahead waits for a quiet moment, what somebody waits for does not', async () => {
  const [asked, quiet] = [[] as string[], deferred()];
  const checked = new CheckedQuestions(
    (question) => {
      asked.push(question);
      return Promise.resolve(true);
    },
    () => quiet.promise,
  );
  void checked.checkAhead(['A?', 'B?', 'C?'], never);
  await checked.check(['Who?', 'B?']);
  expect(asked).toEqual(['Who?', 'B?']);
  quiet.resolve();
  await expect.poll(() => checked.isAnswered('C?')).toBe(true);
  expect(asked).toEqual(['Who?', 'B?', 'A?', 'C?']);
});

test('nothing more is asked ahead when it is not wanted any more', async () => {
  const asked: string[] = [];
  const wanted = new AbortController();
  const checked = new CheckedQuestions((question) => {
    asked.push(question);
    if (question === 'B?') wanted.abort();
    return Promise.resolve(true);
  });
  void checked.checkAhead(['A?', 'B?', 'C?'], wanted.signal);
  await expect.poll(() => checked.isAnswered('B?')).toBe(true);
  void checked.checkAhead(['D?'], wanted.signal);
  void checked.checkAhead(['E?'], never);
  await expect.poll(() => checked.isAnswered('E?')).toBe(true);
  expect(asked).toEqual(['A?', 'B?', 'E?']);
});
