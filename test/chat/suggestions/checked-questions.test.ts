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

test('what somebody waits for goes before what is asked ahead, which ends when it is not wanted', async () => {
  const [asked, held] = [[] as string[], deferred()];
  const wanted = new AbortController();
  const checked = new CheckedQuestions(async (question) => {
    asked.push(question);
    if (question === 'A?') await held.promise;
    if (question === 'C?') wanted.abort();
    return true;
  });
  checked.checkAhead(['A?', 'B?', 'C?', 'D?'], wanted.signal);
  const waiting = checked.check(['Who?', 'B?']);
  held.resolve();
  await waiting;
  expect(asked.slice(0, 3)).toEqual(['A?', 'Who?', 'B?']);
  await checked.check(['Last?']);
  expect(asked).toEqual(['A?', 'Who?', 'B?', 'C?', 'Last?']);
  checked.checkAhead(['E?'], wanted.signal);
  checked.checkAhead(['F?'], never);
  await checked.check(['F?']);
  expect(asked.slice(5)).toEqual(['F?']);
});
