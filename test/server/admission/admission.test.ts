import { onTestFinished, describe, expect, test } from 'vitest';
import { Admission, type AdmissionLimits } from '../../../src/server/admission/admission.js';
import { deferred } from '../../support/deferred.js';
import { ANSWER, EVENTS, fakeBackend } from '../../support/fake-backend.js';
import { eventsIn } from '../../support/read-event-stream.js';
import { post, runApp } from '../../support/running-app.js';

const NEVER = new AbortController().signal;

function anAdmission(limits: Partial<AdmissionLimits> = {}): Admission {
  const admission = new Admission({ atOnce: 1, waiting: 1, maxWaitMs: 60_000, ...limits });
  onTestFinished(() => {
    admission.close();
  });
  return admission;
}

describe('work', () => {
  test('is begun in turn, and refused where too many wait', async () => {
    const admission = anAdmission({ atOnce: 2 });
    const gates = [deferred(), deferred(), deferred()];
    const begun: number[] = [];
    const work = gates.map((gate, i) =>
      admission.run(() => {
        begun.push(i);
        return gate.promise.then(() => i);
      }, NEVER),
    );
    await expect(admission.run(() => Promise.resolve(9), NEVER)).rejects.toMatchObject({
      code: 'overloaded',
    });
    expect(begun).toEqual([0, 1]);
    expect(admission.state).toEqual({ working: 2, waiting: 1, refused: 1 });
    for (const gate of gates) gate.resolve();
    expect(await Promise.all(work)).toEqual([0, 1, 2]);
    expect(admission.state).toMatchObject({ working: 0, waiting: 0 });
  });

  test('that has waited too long is refused and never begun', async () => {
    const admission = anAdmission({ maxWaitMs: 20 });
    const gate = deferred();
    const first = admission.run(() => gate.promise, NEVER);
    let begun = false;
    const second = admission.run(() => Promise.resolve((begun = true)), NEVER);
    await expect(second).rejects.toMatchObject({ code: 'overloaded' });
    gate.resolve();
    await first;
    expect(begun).toBe(false);
  });

  test('whose client leaves while it waits is never begun', async () => {
    const admission = anAdmission();
    const [gate, left] = [deferred(), new AbortController()];
    const first = admission.run(() => gate.promise, NEVER);
    let begun = false;
    const second = admission.run(() => Promise.resolve((begun = true)), left.signal);
    left.abort(new Error('left'));
    await expect(second).rejects.toThrow('left');
    expect(admission.state.waiting).toBe(0);
    gate.resolve();
    await first;
    expect(begun).toBe(false);
  });

  test('that fails makes room, and its error is passed on', async () => {
    const admission = anAdmission();
    await expect(admission.run(() => Promise.reject(new Error('no')), NEVER)).rejects.toThrow('no');
    expect(await admission.run(() => Promise.resolve(1), NEVER)).toBe(1);
  });
});

test('a server that gets to nothing takes no more; one pause alone is no reason', async () => {
  const admission = anAdmission();
  const block = (milliseconds: number): void => {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
  };
  const turn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 1));
  block(1_200);
  await turn();
  expect(await admission.run(() => Promise.resolve(1), NEVER)).toBe(1);
  for (let i = 0; i < 6; i += 1) {
    block(900);
    await turn();
  }
  await expect(admission.run(() => Promise.resolve(1), NEVER)).rejects.toMatchObject({
    code: 'overloaded',
  });
});

describe('over HTTP', () => {
  test.each(['/api/chat', '/api/search'])(
    'who is too many is told at once on %s, and when to come again',
    async (path) => {
      const gate = deferred();
      const backend = fakeBackend();
      const admission = anAdmission({ waiting: 1 });
      const { url } = await runApp(backend, { admission });
      const busy = admission.run(() => gate.promise, NEVER);
      const waiting = post(url + path, { question: 'a' });
      await expect.poll(() => admission.state.waiting).toBe(1);
      const refused = await post(url + path, { question: 'a' });
      expect(refused.status).toBe(503);
      expect(refused.headers.get('retry-after')).toBe('2');
      expect(await refused.json()).toMatchObject({ code: 'overloaded', status: 503 });
      expect((await fetch(`${url}/livez`)).status).toBe(200);
      gate.resolve();
      await busy;
      expect((await waiting).status).toBe(200);
    },
  );

  test('the answer of who is let in is the same, streamed as well', async () => {
    const { url } = await runApp(fakeBackend(), { admission: anAdmission() });
    expect(await (await post(`${url}/api/chat`, { question: 'a' })).json()).toEqual(ANSWER);
    const streamed = await post(`${url}/api/chat`, { question: 'a', stream: true });
    const events = eventsIn(await streamed.text());
    expect(events.map(({ event }) => event)).toEqual(EVENTS.map(({ type }) => type));
  });

  test('who reads slowly keeps nobody out', async () => {
    const big = 'x'.repeat(400_000);
    const backend = fakeBackend({
      *events() {
        for (let i = 0; i < 40; i += 1) yield { type: 'delta', text: big };
        yield { type: 'answer', reply: ANSWER };
      },
    });
    const admission = anAdmission();
    const { url } = await runApp(backend, { admission });
    const stalled = await post(`${url}/api/chat`, { question: 'a', stream: true });
    await expect.poll(() => admission.state.working).toBe(0);
    const next = await post(`${url}/api/search`, { question: 'a' });
    expect(next.status).toBe(200);
    await stalled.body?.cancel();
  });
});
