import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Readiness } from '../../src/server/dependencies.js';
import { Metrics } from '../../src/server/metrics/metrics.js';
import { fakeBackend } from '../support/fake-backend.js';
import { LIVE_STATE } from '../support/live-state.js';
import { post, rawRequest, runApp } from '../support/running-app.js';

const BOARD = JSON.parse(
  readFileSync(new URL('../../docs/grafana.json', import.meta.url), 'utf8'),
) as { readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[] };

/** The value of a line of the metrics. */
function valueOf(page: string, name: string): number | undefined {
  const line = page.split('\n').find((one) => one.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length));
}

describe('GET /metrics', () => {
  test('counts requests by route and status, questions by outcome, and what is in use', async () => {
    const metrics = new Metrics(() => LIVE_STATE);
    const { url } = await runApp(fakeBackend(), { metrics });
    await post(`${url}/api/chat`, { question: 'a' });
    await post(`${url}/api/chat`, '{');
    await fetch(`${url}/api/documents/rivers-1999`);
    await fetch(`${url}/nothing/here/${'x'.repeat(50)}`);
    metrics.question({ answered: true, mode: 'extractive', reason: 'probable' });
    metrics.question({ answered: false, mode: 'extractive', reason: 'improbable' });
    metrics.question({
      answered: true,
      mode: 'generative',
      reason: 'probable',
      replaced: 2,
      omitted: 3,
    });
    metrics.tokens({ inputTokens: 700, outputTokens: 80, cost: 0.25 });
    metrics.tokens({ inputTokens: 0, outputTokens: 0 });
    const reading = metrics.begin('read');
    reading.end(new Error('no'));
    reading.end();
    const reply = await fetch(`${url}/metrics`);
    expect(reply.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const page = await reply.text();
    const requests = (labels: string): number | undefined =>
      valueOf(page, `declaration_chat_request_duration_seconds_count{${labels}}`);
    expect(requests('route="/api/chat",method="POST",status="200"')).toBe(1);
    expect(requests('route="/api/chat",method="POST",status="400"')).toBe(1);
    expect(requests('route="/api/documents/:id",method="GET",status="200"')).toBe(1);
    expect(requests('route="none",method="GET",status="404"')).toBe(1);
    const questions = 'declaration_chat_questions_total{mode="extractive",outcome=';
    expect(valueOf(page, `${questions}"answered",reason="probable",fallback="none"}`)).toBe(1);
    expect(valueOf(page, `${questions}"refused",reason="improbable",fallback="none"}`)).toBe(1);
    expect(valueOf(page, 'declaration_chat_working')).toBe(2);
    expect(valueOf(page, 'declaration_chat_refused_total{why="full"}')).toBe(4);
    expect(valueOf(page, 'declaration_chat_paragraphs')).toBe(6);
    expect(valueOf(page, 'declaration_chat_loop_delay_seconds')).toBe(0.03);
    expect(valueOf(page, 'declaration_chat_generation_built_timestamp_seconds')).toBe(1.7e9);
    expect(valueOf(page, 'declaration_chat_replaced_sentences_total')).toBe(2);
    expect(valueOf(page, 'declaration_chat_omitted_sentences_total')).toBe(3);
    expect(valueOf(page, 'declaration_chat_chat_model_tokens_total{kind="input"}')).toBe(700);
    expect(valueOf(page, 'declaration_chat_chat_model_tokens_total{kind="output"}')).toBe(80);
    expect(valueOf(page, 'declaration_chat_chat_model_cost_total')).toBe(0.25);
    const stages = 'declaration_chat_stage_duration_seconds_count{stage="read"}';
    expect(valueOf(page, stages)).toBe(1);
    expect(page).toMatch(/^nodejs_eventloop_lag_seconds /m);
    expect(page).not.toContain('xxxx');
  });

  test('is not had by other letters, which a proxy would let through', async () => {
    const { url } = await runApp(fakeBackend(), { metrics: new Metrics(() => LIVE_STATE) });
    expect((await fetch(`${url}/METRICS`)).status).toBe(404);
  });

  test('is absent where nothing is measured', async () => {
    const { url } = await runApp(fakeBackend());
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
  });
});

test('the board for Grafana shows what is measured, and all of it', async () => {
  const { url } = await runApp(fakeBackend(), { metrics: new Metrics(() => LIVE_STATE) });
  const page = await (await fetch(`${url}/metrics`)).text();
  const measured = [...page.matchAll(/^# TYPE (\w+)/gmu)].map(([, name = '']) => name);
  const shown = BOARD.panels
    .flatMap(({ targets }) => targets.map(({ expr }) => expr))
    .flatMap((expr) => expr.match(/\b(?:declaration_chat|nodejs|process)_\w+/gu) ?? [])
    .map((name) => name.replace(/_(?:bucket|count)$/u, ''));
  expect(measured).toEqual(expect.arrayContaining(shown));
  expect(shown).toEqual(
    expect.arrayContaining(measured.filter((name) => name.startsWith('declaration_chat_'))),
  );
});

describe('GET /readyz', () => {
  test('tells what is served, where that is known', async () => {
    const { url } = await runApp(fakeBackend());
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ready' });
    const readiness = (): Readiness => ({
      documents: 2,
      paragraphs: 3,
      leftOut: 1,
      models: { embedding: 'declaration-encoder', reader: 'declaration-reader' },
    });
    const telling = await runApp(fakeBackend(), { readiness });
    expect(await (await fetch(`${telling.url}/readyz`)).json()).toEqual({
      status: 'ready',
      ...readiness(),
    });
  });

  test('says that nothing is served yet, and nothing else', async () => {
    const readiness = (): Readiness => {
      throw new Error('There is nothing to tell.');
    };
    const { url } = await runApp(undefined, { readiness });
    const reply = await fetch(`${url}/readyz`);
    expect(reply.status).toBe(503);
    expect(await reply.json()).toMatchObject({ code: 'not-ready' });
  });
});

describe('POST /admin/reload', () => {
  const TOKEN = 'a-token-of-the-operator';

  async function reloading(
    headers: Readonly<Record<string, string>>,
    { adminToken, failure }: { readonly adminToken?: string; readonly failure?: string } = {},
  ): Promise<{
    readonly status: number | undefined;
    readonly reloads: number;
    readonly text: string;
  }> {
    let reloads = 0;
    const reload = (): Promise<string | undefined> => {
      reloads += 1;
      return Promise.resolve(failure);
    };
    const { url } = await runApp(fakeBackend(), { reload, adminToken });
    const request = { path: '/admin/reload', method: 'POST', headers };
    const { status, text } = await rawRequest(url, request);
    return { status, reloads, text };
  }

  test('brings the index up to date and says what is served', async () => {
    const { status, reloads, text } = await reloading({});
    expect({ status, reloads }).toEqual({ status: 200, reloads: 1 });
    expect(JSON.parse(text)).toEqual({ documents: 2, paragraphs: 3 });
  });

  test('says so where the index was not brought up to date', async () => {
    const { status, text } = await reloading({}, { failure: 'A text was left out.' });
    expect(status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({
      code: 'reload-failed',
      detail: 'A text was left out.',
    });
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['comes through a proxy', { 'x-forwarded-for': '203.0.113.9' }],
    ['comes through one that speaks the standard', { forwarded: 'for=203.0.113.9' }],
    ['is a page in a browser', { origin: 'http://127.0.0.1:3000' }],
  ])('without a token refuses who %s', async (_who, headers) => {
    expect(await reloading(headers)).toMatchObject({ status: 403, reloads: 0 });
  });

  test('with a token lets in who has it, from anywhere, and nobody else', async () => {
    const right = { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '203.0.113.9' };
    expect(await reloading(right, { adminToken: TOKEN })).toMatchObject({
      status: 200,
      reloads: 1,
    });
    for (const authorization of ['', 'Bearer ', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`]) {
      expect(await reloading({ authorization }, { adminToken: TOKEN })).toMatchObject({
        status: 403,
        reloads: 0,
      });
    }
    expect(await reloading({}, { adminToken: TOKEN })).toMatchObject({ status: 403, reloads: 0 });
  });
});
