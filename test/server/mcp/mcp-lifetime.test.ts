import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express from 'express';
import { describe, expect, test } from 'vitest';
import { FeedbackFile } from '../../../src/adapters/feedback/feedback-file.js';
import type { ChatReply } from '../../../src/protocol.js';
import type { Incident } from '../../../src/server/dependencies.js';
import { Feedback } from '../../../src/server/feedback/feedback.js';
import { mcpHandler } from '../../../src/server/mcp/mcp-handler.js';
import { ANSWER, fakeBackend, NEAREST, type FakeBackend } from '../../support/fake-backend.js';
import { post, runApp, serveApp } from '../../support/running-app.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const ACCEPT = { accept: 'application/json, text/event-stream' };

function call(name: string, question: string): object {
  return { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: { question } } };
}

/** Answers nothing until it is told to stop. */
function endlessBackend(): FakeBackend {
  return fakeBackend({
    async *events(signal) {
      yield { type: 'passages', query: 'q', passages: [] };
      await new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      });
    },
  });
}

const wasTold = ({ calls }: FakeBackend): boolean => calls[0]?.signal.aborted === true;

describe('an exchange', () => {
  test('whose client leaves ends the work, and is no incident', async () => {
    const backend = endlessBackend();
    const { url, incidents } = await runApp(backend);
    const left = new AbortController();
    const { signal } = left;
    const asked = post(`${url}/mcp`, call('ask', 'q'), { headers: ACCEPT, signal }).then((reply) =>
      reply.text(),
    );
    await expect.poll(() => backend.calls.length).toBe(1);
    left.abort();
    await expect(asked).rejects.toThrow();
    await expect.poll(() => wasTold(backend)).toBe(true);
    // The server is still there, and nobody was told of anything.
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    expect(incidents).toEqual([]);
  });

  test('that takes too long is ended, and is no incident', async () => {
    const backend = endlessBackend();
    const incidents: Incident[] = [];
    const app = express();
    const deps = {
      backend: () => backend,
      onIncident: (incident: Incident) => void incidents.push(incident),
    };
    app.post('/mcp', express.json(), mcpHandler(deps, { maxExchangeMs: 200 }));
    const url = await serveApp(app);
    const asked = post(`${url}/mcp`, call('ask', 'q'), { headers: ACCEPT });
    // Cut off, or at its end, as it comes.
    const said = await asked.then((reply) => reply.text()).catch(() => '');
    expect(said).not.toContain('result');
    await expect.poll(() => wasTold(backend)).toBe(true);
    expect(incidents).toEqual([]);
  });
});

test('what the texts do not answer over this protocol is kept where that is kept', async () => {
  const path = join(await temporaryFolder(), 'feedback.jsonl');
  const unanswered: ChatReply = {
    id: ANSWER.id,
    answer: 'The texts do not answer this.',
    answered: false,
    mode: 'extractive',
    query: 'q',
    citations: [],
    nearest: [NEAREST],
  };
  const feedback = new Feedback({
    book: new FeedbackFile(path),
    onTrouble: () => expect.unreachable(),
  });
  const { url } = await runApp(
    fakeBackend({ events: () => [{ type: 'answer', reply: unanswered }] }),
    { feedback },
  );
  const reply = await post(`${url}/mcp`, call('ask', 'Who owns the moon?'), { headers: ACCEPT });
  expect(await reply.text()).toContain('do not answer');
  await expect
    .poll(async () => JSON.parse(await readFile(path, 'utf8').catch(() => '{}')) as object)
    .toMatchObject({ kind: 'unanswered', question: 'Who owns the moon?' });
});
