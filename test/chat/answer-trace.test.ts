import { beforeAll, describe, expect, it } from 'vitest';
import type { TermName } from '../../src/answering/abstention/answerability-model.js';
import type { AnswerDependencies } from '../../src/chat/answer-dependencies.js';
import { answerQuestion } from '../../src/chat/answer-question.js';
import { verdictReason, type AnswerTrace } from '../../src/chat/answer-trace.js';
import { logRefusal } from '../../src/chat/log-refusal.js';
import type { LogFields } from '../../src/ports/log.js';
import type { ChatReply } from '../../src/protocol.js';
import { decided } from '../support/decided.js';
import { smallIndex, type SmallIndex } from '../support/small-index.js';

let small: SmallIndex;
beforeAll(async () => {
  small = await smallIndex([
    { id: 'river', text: '1. The parties protect the river with nets.\n\n2. Herons nest there.\n' },
  ]);
});

interface Asked {
  readonly reply: ChatReply | undefined;
  readonly traces: readonly AnswerTrace[];
  readonly logged: readonly (readonly [message: string, fields: LogFields | undefined])[];
}

async function ask(
  question: string,
  dependencies: Partial<AnswerDependencies> & { readonly answerable?: boolean } = {},
): Promise<Asked> {
  const traces: AnswerTrace[] = [];
  const logged: (readonly [string, LogFields | undefined])[] = [];
  const note = (message: string, fields?: LogFields): void => {
    logged.push([message, fields]);
  };
  let reply: ChatReply | undefined;
  const { answerable = true, ...rest } = dependencies;
  for await (const event of answerQuestion(
    {
      ...small,
      decide: () => decided(answerable),
      abstention: () => Promise.resolve('Not there.'),
      log: { debug: note, info: note, warn: note, error: note },
      ...rest,
    },
    { messages: [{ role: 'user', content: question }] },
    { signal: new AbortController().signal, onTrace: (trace) => traces.push(trace) },
  )) {
    if (event.type === 'answer') ({ reply } = event);
  }
  return { reply, traces, logged };
}

describe('the trace of an answer', () => {
  it('says once what was picked, decided and said', async () => {
    const { reply, traces } = await ask('What protects the river?');
    expect(traces).toHaveLength(1);
    expect(traces[0]).toMatchObject({
      retrieval: { plan: { asked: 'What protects the river?', query: reply?.query } },
      decision: decided(true),
      verdict: { answered: true, reason: 'probable', mode: 'extractive', citations: 1 },
    });
    const quoted = traces[0]?.sentences.filter(({ because }) => because !== undefined);
    expect(quoted?.map(({ text }) => text)).toEqual(['The parties protect the river with nets.']);
  });

  it('of a refusal has its reason', async () => {
    const { traces } = await ask('What protects the river?', { answerable: false });
    expect(traces[0]).toMatchObject({
      decision: decided(false),
      verdict: { answered: false, reason: 'improbable', citations: 0 },
    });
  });

  it('is plain data', async () => {
    const [trace] = (await ask('What protects the river?')).traces;
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  });
});

describe('the log', () => {
  it('is told why a question was not answered, on one short line', async () => {
    const { logged } = await ask(`What\nprotects ${'the river '.repeat(100)}?`, {
      answerable: false,
    });
    expect(logged).toHaveLength(1);
    const [, fields] = logged[0] ?? [];
    expect(fields).toMatchObject({ reason: 'improbable', probability: 0 });
    expect(fields?.['question']).toMatch(/^What protects the river .{50,110} …$/u);
  });

  it('is told nothing of one that was', async () => {
    expect((await ask('What protects the river?')).logged).toEqual([]);
  });

  it('names what spoke most against an answer, the weightiest first', () => {
    const logged: (LogFields | undefined)[] = [];
    const none = (): void => undefined;
    const said = (name: TermName, contribution: number) => ({
      name,
      value: 1,
      weight: contribution,
      contribution,
    });
    logRefusal(
      { debug: (_, fields) => logged.push(fields), info: none, warn: none, error: none },
      {
        question: 'When?',
        decision: {
          answerable: false,
          reason: 'improbable',
          probability: 0.123_456,
          minProbability: 0.48,
          minUnsureProbability: 0.2,
          features: [said('reading', 2), said('asksToAct', -0.5), said('missing-date', -3.6)],
        },
        verdict: { answered: false, reason: 'improbable', mode: 'extractive', citations: 0 },
      },
    );
    expect(logged).toEqual([
      {
        reason: 'improbable',
        question: 'When?',
        probability: 0.123,
        minProbability: 0.48,
        against: 'missing-date -3.600, asksToAct -0.500',
      },
    ]);
  });
});

describe('the reason of a verdict', () => {
  it.each([
    [{ answerable: false, mode: 'extractive' }, 'improbable'],
    [{ answerable: true, mode: 'generative' }, 'model-no-answer'],
    [{ answerable: true, mode: 'extractive' }, 'nothing-quoted'],
  ] as const)('of %j, with nothing said, is %s', ({ answerable, mode }, reason) => {
    expect(verdictReason(decided(answerable), { mode, citations: [] })).toBe(reason);
  });

  it('is that of the decision, where something was said', async () => {
    const { reply } = await ask('What protects the river?');
    const { citations = [] } = reply ?? {};
    expect(verdictReason(decided(true), { mode: 'generative', citations })).toBe('probable');
  });
});

it('a model that says that the texts do not answer is the reason', async () => {
  const { traces, logged } = await ask('What protects the river?', {
    // eslint-disable-next-line @typescript-eslint/require-await -- It says nothing.
    generate: async function* () {
      return {
        answer: '',
        citations: [],
        replaced: 0,
        omitted: 0,
        unjudged: 0,
        refusal: '',
        end: 'no-answer',
      };
    },
  });
  expect(traces[0]?.verdict).toMatchObject({ reason: 'model-no-answer', mode: 'generative' });
  expect(logged[0]?.[1]).toMatchObject({ reason: 'model-no-answer' });
});
