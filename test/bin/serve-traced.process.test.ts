import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished, expect, test } from 'vitest';
import { aWorkplace, RIVERS } from '../support/corpus-folder.js';
import { startCommand } from '../support/run-command.js';

const LOADER = new URL('../fixtures/open-telemetry.mjs', import.meta.url).href;
const QUESTION = 'What must rivers be protected from?';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
}

interface Collector {
  readonly endpoint: string;
  readonly spans: () => readonly Span[];
  /** All that it was sent. */
  readonly sent: () => string;
}

/** Takes traces as OpenTelemetry sends them over HTTP. */
async function aCollector(): Promise<Collector> {
  const bodies: string[] = [];
  const server = createServer((req, res) => {
    let body = '';
    req.setEncoding('utf8').on('data', (part: string) => (body += part));
    req.once('end', () => {
      if (req.url === '/v1/traces') bodies.push(body);
      res.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  interface Export {
    readonly resourceSpans: readonly {
      readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
    }[];
  }
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: () =>
      bodies.flatMap((body) =>
        (JSON.parse(body) as Export).resourceSpans
          .flatMap(({ scopeSpans }) => scopeSpans)
          .flatMap(({ spans }) => spans),
      ),
    sent: () => bodies.join('\n'),
  };
}

async function serving(env: Readonly<Record<string, string>>): Promise<{
  readonly url: string;
  readonly stop: () => Promise<string>;
}> {
  const cwd = await aWorkplace({ 'rivers-1999.txt': RIVERS });
  const command = startCommand(['serve'], { cwd, env: { PORT: '0', ...env } });
  const [, url = ''] = await command.says(/^Ready: (\S+)$/m);
  return {
    url,
    stop: async () => {
      command.child.kill('SIGTERM');
      return (await command.finished).stderr;
    },
  };
}

test('where an SDK of OpenTelemetry was loaded, each question is a trace of its stages', async () => {
  const collector = await aCollector();
  const { url, stop } = await serving({
    NODE_OPTIONS: `--import=${LOADER}`,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
    OTEL_BSP_SCHEDULE_DELAY: '100',
  });
  const ask = (): Promise<Response> =>
    fetch(`${url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: QUESTION }),
    });
  // Side by side, so that each has to keep its own.
  await Promise.all([ask(), ask(), ask()].map(async (reply) => (await reply).text()));
  const answers = (): readonly Span[] =>
    collector.spans().filter(({ name }) => name === 'declaration-chat answer');
  await expect.poll(() => answers().length, { timeout: 20_000 }).toBe(3);
  for (const { spanId, traceId } of answers()) {
    const below = collector.spans().filter(({ parentSpanId }) => parentSpanId === spanId);
    expect(new Set(below.map((span) => span.traceId))).toEqual(new Set([traceId]));
    const names = below.map(({ name }) => name.replace('declaration-chat ', ''));
    for (const stage of ['plan', 'embed', 'search', 'read', 'choose']) {
      expect(names.filter((name) => name === stage).length).toBeGreaterThan(0);
    }
    expect(names.filter((name) => name === 'plan')).toHaveLength(1);
  }
  expect(collector.sent()).not.toMatch(/rivers|protected/i);
  expect(await stop()).not.toContain('OTEL_');
});

test('says so where traces are wanted and nobody takes them', async () => {
  const { stop } = await serving({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' });
  expect(await stop()).toMatch(
    /OTEL_EXPORTER_OTLP_ENDPOINT is set, and nothing is traced.*--import/,
  );
});
