import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AnswerTrace } from '../../src/chat/answer-trace.js';
import type { ChatReply } from '../../src/protocol.js';
import { expectReply } from '../support/chat-reply.js';
import { aWorkplace, WORKPLACE_TEXTS } from '../support/corpus-folder.js';
import { SHIPPED_MODEL_ENV } from '../support/models.js';
import { runCommand, startCommand, type Finished } from '../support/run-command.js';

const QUESTION = 'What must rivers be protected from?';

test('a question is answered with its sources below, building the index first', async () => {
  const { code, stdout, stderr } = await runCommand(['ask', QUESTION], {
    cwd: await aWorkplace(),
    env: SHIPPED_MODEL_ENV,
  });
  expect(code).toBe(0);
  expect(stderr).toMatch(/^(?:Embedding: \d+ of \d+ paragraphs[^\n]*\n)+$/);
  expect(stdout).toMatch(/^.*pollution by industrial waste.*\[1\]/);
  expect(stdout).toMatch(
    /\n\[1\] Declaration on Rivers.*, 1 \(http:\S+:3000\/documents\/rivers-1999#p1\)\n {4}“.*pollution.*”\n/,
  );
});

test('with --json standard output is the reply of the chat endpoint and nothing else', async () => {
  const { code, stdout } = await runCommand(['ask', '--json', QUESTION], {
    cwd: await aWorkplace(),
  });
  expect(code).toBe(0);
  const reply = expectReply(JSON.parse(stdout), WORKPLACE_TEXTS);
  expect(reply).toMatchObject({ answered: true, mode: 'extractive', query: QUESTION });
  expect(reply.citations[0]).toMatchObject({ documentId: 'rivers-1999', paragraph: '1' });
});

test('the words of a question need no quotes, and a text cannot write to the terminal more than words', async () => {
  const folder = await aWorkplace();
  await writeFile(
    join(folder, 'corpus/evil.txt'),
    '1. The password \u001b]0;owned\u0007of the\u001b[2J castle gate is \u009b31mswordfish.\n',
  );
  const words = 'What is the password of the castle gate?'.split(' ');
  const { code, stdout } = await runCommand(['ask', ...words], { cwd: folder });
  expect(code).toBe(0);
  expect(stdout).toContain('swordfish');
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

describe('--explain', () => {
  test('prints below the answer what was picked, weighed and decided', async () => {
    const { code, stdout } = await runCommand(['ask', '--explain', QUESTION], {
      cwd: await aWorkplace(),
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      new RegExp(
        String.raw`^.*industrial waste.*\[1\]\n\n\[1\] [^]*\n\nQuery\n[^]*\n\nSearches\n[^]*` +
          String.raw`\n\nFusion\n[^]*\n\nSentences\n[^]*\n\nFor and against\n[^]*` +
          String.raw`\n\nVerdict\n {2}answered: probable\n`,
      ),
    );
    expect(stdout).toMatch(
      /\n {2}rivers-1999 1, sentence 1 .* leads +The Parties shall protect rivers/,
    );
  });
});

test('with LOG_LEVEL=debug standard error says why a question was not answered', async () => {
  const { stdout, stderr } = await runCommand(['ask', 'What does article 97 say?'], {
    cwd: await aWorkplace(),
    env: { LOG_LEVEL: 'debug' },
  });
  expect(stderr).toMatch(
    /^debug: A question was not answered\. reason="unknown-place" question="What does article 97 say\?" .*\n$/m,
  );
  expect(stdout).not.toContain('debug');
});

describe('without a question', () => {
  const NUMBERED = 'What does article 97 say?';
  const UNKNOWN = 'Who won the football world cup in 1974?';
  const THANKS = 'Thank you!';
  const asked = [QUESTION, '', 'And what about its banks?', UNKNOWN, NUMBERED, THANKS];
  interface Conversation {
    readonly finished: Finished;
    /** As --json and --explain print them together. */
    readonly printed: readonly { readonly reply: ChatReply; readonly explanation?: AnswerTrace }[];
  }
  let held: Promise<Conversation> | undefined;

  /** Held once. */
  function conversation(): Promise<Conversation> {
    return (held ??= hold());
  }

  async function hold(): Promise<Conversation> {
    const command = startCommand(['ask', '--json', '--explain'], {
      cwd: await aWorkplace(),
      input: true,
    });
    command.child.stdin?.end(asked.map((line) => `${line}\n`).join(''));
    const finished = await command.finished;
    const printed = finished.stdout
      .trim()
      .split('\n')
      .map((json) => JSON.parse(json) as Conversation['printed'][number]);
    return { finished, printed };
  }

  test('every line of the input is one, in one conversation', async () => {
    const { finished, printed } = await conversation();
    expect(finished.code).toBe(0);
    expect(printed).toHaveLength(5);
    expect(printed[0]?.reply).toMatchObject({ answered: true, query: QUESTION });
    expect(printed[1]?.reply.query).not.toBe('');
  });

  test('what the texts do not say is said to be so', async () => {
    const { printed } = await conversation();
    expect(expectReply(printed[2]?.reply, WORKPLACE_TEXTS)).toMatchObject({
      answered: false,
      citations: [],
    });
  });

  test('how a reply came about is plain data beside it', async () => {
    const { finished, printed } = await conversation();
    const { reply, explanation } = printed[3] ?? {};
    expect(expectReply(reply, WORKPLACE_TEXTS)).toMatchObject({ answered: false });
    expect(explanation).toMatchObject({
      retrieval: { plan: { asked: NUMBERED } },
      decision: { answerable: false, reason: 'unknown-place', features: [] },
      verdict: { answered: false, reason: 'unknown-place', citations: 0 },
    });
    // Standard error is for whoever asks to be told.
    expect(finished.stderr).not.toContain('not answered');
  });

  test('of what is said to the service itself there is no explanation', async () => {
    const { printed } = await conversation();
    const { reply, explanation } = printed[4] ?? {};
    expect(expectReply(reply, WORKPLACE_TEXTS)).toMatchObject({ answered: false, remark: true });
    expect(explanation).toBeUndefined();
  });

  test('an input that ends at once ends it well', async () => {
    expect(await runCommand(['ask'], { cwd: await aWorkplace() })).toMatchObject({
      code: 0,
      stdout: '',
    });
  });
});
