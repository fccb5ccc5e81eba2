import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readPrompt } from '../../../src/adapters/prompt-file.js';
import { numberEvidence } from '../../../src/generative/numbered-evidence.js';
import {
  askForVerdicts,
  verifyByVerdicts,
  VERIFY_SLOTS,
  type JudgedStatement,
} from '../../../src/generative/verification/verify-by-model.js';
import type { AskChatModel } from '../../../src/ports/chat-model.js';
import { smallIndex } from '../../support/small-index.js';

const PROMPTS = fileURLToPath(new URL('../../../prompts/', import.meta.url));
const TEXT = '1. The lake is shared by all.\n\n2. Boats may sail in 2 months of summer.';
const { signal } = new AbortController();

async function asked(reply: string): Promise<{
  readonly verdicts: readonly JudgedStatement[];
  readonly prompts: readonly string[];
}> {
  const { paragraphs } = await smallIndex([
    { id: 'lake', title: 'Charter of the Lake', text: TEXT },
  ]);
  const { sentences } = numberEvidence(paragraphs, { maxTokens: 500 });
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
    { signal },
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
  expect(verdicts).toMatchObject([
    { text: 'Everybody shares the lake.', cited: [{ number: 1 }], supported: true },
    { text: 'Boats may sail all year.', cited: [{ number: 2 }], supported: false },
  ]);
});

it.each(['', 'I think so.', '9: SUPPORTED', 'SUPPORTED'])(
  'a reply that tells nothing (%j) gives no verdict',
  async (reply) => {
    expect((await asked(reply)).verdicts).toEqual([]);
  },
);

type Told = readonly [text: string, numbers: readonly number[], supported: boolean];

/** What is made of a claim after these verdicts, by whom. */
async function judged(
  told: readonly Told[],
  text: string,
  numbers: readonly number[],
): Promise<'borne out' | 'not borne out' | 'asked otherwise'> {
  const { paragraphs } = await smallIndex([
    { id: 'lake', title: 'Charter of the Lake', text: TEXT },
  ]);
  const { sentences } = numberEvidence(paragraphs, { maxTokens: 500 });
  const citing = (those: readonly number[]): typeof sentences =>
    sentences.filter(({ number }) => those.includes(number));
  let others = 0;
  const verify = verifyByVerdicts(
    told.map(([said, cited, supported]) => ({ text: said, cited: citing(cited), supported })),
    (claim) => {
      others += 1;
      return Promise.resolve({ supported: true, by: claim.cited, read: true });
    },
  );
  const { supported } = await verify({ text, cited: citing(numbers), similarity: 1 });
  if (others > 0) return 'asked otherwise';
  return supported ? 'borne out' : 'not borne out';
}

it.each<[why: string, told: readonly Told[], claim: string, cited: number[], made: string]>([
  ['by its verdict', [['All share it.', [1], true]], 'All share it.', [1], 'borne out'],
  ['by its verdict', [['All share it.', [1], false]], 'All share it.', [1], 'not borne out'],
  [
    'by a number too',
    [['They sail 9 months.', [2], true]],
    'They sail 9 months.',
    [2],
    'not borne out',
  ],
  ['otherwise without one', [['All share it.', [1], true]], 'Other.', [1], 'asked otherwise'],
  [
    'by its own verdict where it ends as another does',
    [
      ['SCO members shall pay the fee.', [1], true],
      ['Non-SCO members shall pay the fee.', [1], false],
    ],
    'Non-SCO members shall pay the fee.',
    [1],
    'not borne out',
  ],
  [
    'by what was said against it under its heading',
    [['Costs: All share it.', [1], false]],
    'All share it.',
    [1],
    'not borne out',
  ],
  [
    'otherwise where only its heading may have been meant',
    [['Costs: All share it.', [1], true]],
    'All share it.',
    [1],
    'asked otherwise',
  ],
  [
    'not by that on one of which it holds a part of a word',
    [['SCO members shall pay the fee.', [1], false]],
    'Non-SCO members shall pay the fee.',
    [1],
    'asked otherwise',
  ],
  [
    'by the verdict on what it cites, not on what it cites elsewhere',
    [
      ['All share it.', [1], true],
      ['All share it.', [2], false],
    ],
    'All share it.',
    [1],
    'borne out',
  ],
  [
    'by the worse of two on the same',
    [
      ['All share it.', [1], false],
      ['All share it.', [1], true],
    ],
    'All share it.',
    [1],
    'not borne out',
  ],
  [
    'otherwise where it lost a source',
    [['All share it.', [1, 2], true]],
    'All share it.',
    [1],
    'asked otherwise',
  ],
  [
    'otherwise where it cites more',
    [['All share it.', [1], true]],
    'All share it.',
    [1, 2],
    'asked otherwise',
  ],
  [
    'not at all where all sources say no',
    [['All share it.', [1, 2], false]],
    'All share it.',
    [1],
    'not borne out',
  ],
  [
    'otherwise after a yes',
    [['All share it.', [1], true]],
    'No. All share it.',
    [1],
    'asked otherwise',
  ],
  [
    'not at all after a yes to a no',
    [['All share it.', [1], false]],
    'Yes. All share it.',
    [1],
    'not borne out',
  ],
  [
    'after a yes by the longest that it ends in',
    [
      ['SCO members pay.', [1], false],
      ['All SCO members pay.', [1], true],
    ],
    'Yes. All SCO members pay.',
    [1],
    'asked otherwise',
  ],
])('a claim goes %s (%#)', async (_why, ...[told, claim, cited, made]) => {
  expect(await judged(told, claim, cited)).toBe(made);
});
