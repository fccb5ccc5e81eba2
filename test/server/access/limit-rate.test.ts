import { describe, expect, test } from 'vitest';
import { fakeBackend } from '../../support/fake-backend.js';
import { post, runApp } from '../../support/running-app.js';

const FRIEND = 'https://friend.example';

interface Asked {
  readonly statuses: readonly number[];
  readonly last: Response;
}

/** So many questions, one after the other. */
async function ask(
  url: string,
  times: number,
  headers: Readonly<Record<string, string>>,
): Promise<Asked> {
  const statuses: number[] = [];
  let last = new Response();
  for (let i = 0; i < times; i++) {
    last = await post(`${url}/api/search`, { question: 'q' }, { headers });
    statuses.push(last.status);
  }
  return { statuses, last };
}

describe('two questions a minute', () => {
  test('the third from one address is refused, with when to come again; other addresses are not', async () => {
    const { url } = await runApp(fakeBackend(), { questionsPerMinute: 2, trustProxy: 1 });
    const { statuses, last } = await ask(url, 3, { 'x-forwarded-for': '192.0.2.1' });
    expect(statuses).toEqual([200, 200, 429]);
    expect(last.headers.get('retry-after')).toBe('60');
    expect(await last.json()).toMatchObject({ code: 'rate-limited' });
    expect(await ask(url, 1, { 'x-forwarded-for': '192.0.2.2' })).toMatchObject({
      statuses: [200],
    });
  });

  test('what a client says in front of what the proxy says changes nothing', async () => {
    const { url } = await runApp(fakeBackend(), { questionsPerMinute: 2, trustProxy: 1 });
    const statuses = await Promise.all(
      ['203.0.113.1', '203.0.113.2', '127.0.0.1'].map(
        async (spoofed) =>
          (await ask(url, 1, { 'x-forwarded-for': `${spoofed}, 192.0.2.1` })).statuses[0],
      ),
    );
    expect(statuses.sort()).toEqual([200, 200, 429]);
  });

  test('a household of IPv6 is one address', async () => {
    const { url } = await runApp(fakeBackend(), { questionsPerMinute: 2, trustProxy: 1 });
    const from = async (address: string): Promise<readonly number[]> =>
      (await ask(url, 1, { 'x-forwarded-for': address })).statuses;
    await from('2001:db8:0:1::1');
    await from('2001:db8:0:1::2');
    expect(await from('2001:db8:0:1:ffff::3')).toEqual([429]);
  });

  test('programs on this machine are not counted, as long as no proxy is trusted', async () => {
    const { url } = await runApp(fakeBackend(), { questionsPerMinute: 2 });
    expect(await ask(url, 4, { 'x-forwarded-for': '192.0.2.1' })).toMatchObject({
      statuses: [200, 200, 200, 200],
    });
  });

  test('the pages of another site have ten times as many together', async () => {
    const { url } = await runApp(fakeBackend(), {
      questionsPerMinute: 2,
      allowedOrigins: [FRIEND],
    });
    const { statuses } = await ask(url, 21, { origin: FRIEND });
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(200));
    expect(statuses[20]).toBe(429);
  });

  test('what only reads is not counted', async () => {
    const { url } = await runApp(fakeBackend(), { questionsPerMinute: 2, trustProxy: 1 });
    const headers = { 'x-forwarded-for': '192.0.2.1' };
    for (let i = 0; i < 4; i++) {
      expect((await fetch(`${url}/api/documents`, { headers })).status).toBe(200);
    }
  });
});
