import { AsyncLocalStorage } from 'node:async_hooks';
import { onTestFinished, describe, expect, test, vi } from 'vitest';
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
    expect(admission.state).toMatchObject({ working: 2, waiting: 1, refused: { full: 1 } });
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

describe('a queue', () => {
  test('that is never empty is kept short; once it was, a rush may wait again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const admission = anAdmission({ waiting: 3, maxWaitMs: 3_000 });
    const gate = deferred();
    const come = (count: number): Promise<unknown> =>
      Promise.allSettled(
        Array.from({ length: count }, () => admission.run(() => gate.promise, NEVER)),
      );
    const came = [come(2)];
    vi.advanceTimersByTime(900);
    came.push(come(1));
    expect(admission.state).toMatchObject({ waiting: 2, refused: { full: 0 } });
    vi.advanceTimersByTime(2_200);
    came.push(come(2));
    expect(admission.state).toMatchObject({ waiting: 1, refused: { waited: 1, full: 2 } });
    gate.resolve();
    await Promise.all(came);
    vi.advanceTimersByTime(250);
    const again = deferred();
    const rush = Array.from({ length: 4 }, () => admission.run(() => again.promise, NEVER));
    expect(admission.state).toMatchObject({ waiting: 3, refused: { full: 2 } });
    again.resolve();
    await Promise.all(rush);
  });

  test('that is never empty holds a quarter as many as are worked on', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const admission = anAdmission({ atOnce: 8, waiting: 9 });
    const come = (count: number): void => {
      for (let i = 0; i < count; i++) {
        admission.run(() => new Promise(() => undefined), NEVER).catch(() => undefined);
      }
    };
    come(8 + 1);
    vi.advanceTimersByTime(1_100);
    come(3);
    expect(admission.state).toMatchObject({ waiting: 2, refused: { full: 2 } });
  });

  test('that is empty for a moment was not', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const admission = anAdmission({ waiting: 3 });
    const gates = [deferred(), deferred()];
    const [first] = gates.map((gate) => admission.run(() => gate.promise, NEVER));
    vi.advanceTimersByTime(1_100);
    gates[0]?.resolve();
    await first;
    expect(admission.state).toMatchObject({ working: 1, waiting: 0 });
    vi.advanceTimersByTime(100);
    const more = Array.from({ length: 3 }, () => admission.run(() => Promise.resolve(), NEVER));
    expect(admission.state).toMatchObject({ waiting: 1, refused: { full: 2 } });
    gates[1]?.resolve();
    await Promise.allSettled(more);
  });

  test('begins work in the context that it came with', async () => {
    const admission = anAdmission();
    const request = new AsyncLocalStorage<number>();
    const ask = (id: number): Promise<number | undefined> =>
      request.run(id, () =>
        admission.run(() => Promise.resolve().then(() => request.getStore()), NEVER),
      );
    expect(await Promise.all([ask(1), ask(2)])).toEqual([1, 2]);
  });
});

describe('a server that gets to nothing', () => {
  const turn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 1));
  async function lag(admission: Admission, looks: number): Promise<void> {
    for (let i = 0; i < looks; i += 1) {
      const end = performance.now() + 600;
      while (performance.now() < end);
      await turn();
    }
    expect(admission.state.loopDelayMs).toBeGreaterThan(100);
  }

  test('takes no more; one pause alone is no reason', async () => {
    const admission = anAdmission();
    await lag(admission, 1);
    expect(await admission.run(() => Promise.resolve(1), NEVER)).toBe(1);
    await lag(admission, 3);
    await expect(admission.run(() => Promise.resolve(1), NEVER)).rejects.toMatchObject({
      code: 'overloaded',
    });
    expect(admission.state.refused.late).toBe(1);
  });

  test('says so before it reads what is sent, and goes on with probes and pages', async () => {
    const admission = anAdmission();
    const { url } = await runApp(fakeBackend(), { admission });
    await lag(admission, 4);
    const asked = ['/api/chat', '/api/search', '/v1/chat/completions', '/v1/embeddings', '/mcp'];
    for (const path of asked) {
      // No JSON: whoever reads it replies otherwise.
      const refused = await post(url + path, '{');
      expect([path, refused.status]).toEqual([path, 503]);
      expect(refused.headers.get('retry-after')).toBe('2');
      expect(await refused.text()).toContain('overloaded');
    }
    for (const passes of ['/livez', '/readyz', '/', '/documents/rivers-1999', '/api/documents']) {
      expect([passes, (await fetch(url + passes)).status]).toEqual([passes, 200]);
    }
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
