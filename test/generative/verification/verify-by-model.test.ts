import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readPrompt } from '../../../src/adapters/prompt-file.js';
import { numberEvidence } from '../../../src/generative/numbered-evidence.js';
import {
  askForVerdicts,
  verifyByVerdicts,
  VERIFY_SLOTS,
} from '../../../src/generative/verification/verify-by-model.js';
import type { AskChatModel } from '../../../src/ports/chat-model.js';
import { smallIndex } from '../../support/small-index.js';

const PROMPTS = fileURLToPath(new URL('../../../prompts/', import.meta.url));
const TEXT = '1. The lake is shared by all.\n\n2. Boats may sail in 2 months of summer.';
const { signal } = new AbortController();

async function asked(reply: string): Promise<{
  readonly verdicts: ReadonlyMap<string, boolean>;
  readonly prompts: readonly string[];
}> {
  const { index } = await smallIndex([{ id: 'lake', title: 'Charter of the Lake', text: TEXT }]);
  const { sentences } = numberEvidence(index.paragraphs, { maxTokens: 500 });
  const prompts: string[] = [];
  const ask: AskChatModel = (prompt) => {
    prompts.push(prompt);
    return Promise.resolve({ text: reply });
  };
  const prompt = await readPrompt(PROMPTS, 'verify-answer', VERIFY_SLOTS);
  const verdicts = await askForVerdicts(ask, prompt)(
    [
      { text: 'Everybody shares the lake.', cited: sentences.slice(0, 1) },
      { text: 'It is well known.', cited: [] },
      { text: 'Boats may sail all year.', cited: sentences.slice(1) },
    ],
    signal,
  );
  return { verdicts, prompts };
}

it('one call shows every statement with what it cites, and reads a verdict for each', async () => {
  const { verdicts, prompts } = await asked('1: SUPPORTED\n2: UNSUPPORTED');
  expect(prompts).toHaveLength(1);
  expect(prompts[0]).toContain(
    '1: Everybody shares the lake.\n  > The lake is shared by all.\n' +
      '2: Boats may sail all year.\n  > Boats may sail in 2 months of summer.',
  );
  expect([...verdicts]).toEqual([
    ['Everybody shares the lake.', true],
    ['Boats may sail all year.', false],
  ]);
});

it.each(['', 'I think so.', '9: SUPPORTED', 'SUPPORTED'])(
  'a reply that tells nothing (%j) gives no verdict',
  async (reply) => {
    expect([...(await asked(reply)).verdicts]).toEqual([]);
  },
);

it('goes by the verdict, by the reader where there is none, and by what can be looked up', async () => {
  const { index } = await smallIndex([{ id: 'lake', title: 'Charter of the Lake', text: TEXT }]);
  const cited = numberEvidence(index.paragraphs, { maxTokens: 500 }).sentences;
  const verify = verifyByVerdicts(
    new Map([
      ['All share it.', true],
      ['Boats sail all year.', false],
      ['Boats sail for 9 months.', true],
    ]),
    () => Promise.resolve({ supported: false, reason: 'meaning' }),
  );
  const verdictOf = async (text: string): Promise<boolean> =>
    (await verify({ text, cited, similarity: 1 })).supported;
  expect(await verdictOf('Yes. All share it.')).toBe(true);
  expect(await verdictOf('Boats sail all year.')).toBe(false);
  expect(await verdictOf('Boats sail for 9 months.')).toBe(false);
  expect(await verdictOf('Something else.')).toBe(false);
});
