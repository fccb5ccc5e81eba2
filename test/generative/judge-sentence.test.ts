import { beforeAll, expect, it } from 'vitest';
import { createSentenceJudge, type Judged } from '../../src/generative/judge-sentence.js';
import { numberEvidence } from '../../src/generative/numbered-evidence.js';
import type { ReplyKind } from '../../src/generative/reply-kinds.js';
import { BagOfWordsEmbeddings, smallIndex } from '../support/small-index.js';

interface Told {
  readonly kind: ReplyKind;
  readonly supported: boolean;
}

let judged: (text: string, told: Told) => Promise<Judged>;
beforeAll(async () => {
  const embeddings = new BagOfWordsEmbeddings();
  const { index, paragraphs } = await smallIndex(
    [{ id: 'lake', title: 'Charter of the Lake', text: '1. The lake is shared by all villages.' }],
    { embeddings },
  );
  const { sentences } = numberEvidence(paragraphs, { maxTokens: 500 });
  judged = (text, { kind, supported }) =>
    createSentenceJudge({
      index,
      embeddings,
      readKind: () => Promise.resolve(kind),
      verify: ({ cited }) =>
        Promise.resolve(
          supported
            ? { supported: true, by: cited, read: true }
            : { supported: false, reason: 'meaning' },
        ),
    })({ text, cited: sentences, evidence: sentences, question: 'Who heads the lake?' });
});

it('a source that is named and nothing else says nothing, whatever it cites', async () => {
  const told = { kind: 'statement', supported: true } as const;
  expect(await judged('Charter of the Lake, paragraph 1', told)).toEqual({ kind: 'aside' });
  expect(await judged('The lake is shared by all.', told)).toMatchObject({ kind: 'borne-out' });
});

it('a refusal that says something beside stays one, and is shown where that is borne out', async () => {
  const text = 'All Villages share the lake, but who heads the lake is not said.';
  expect(await judged(text, { kind: 'refusal', supported: true })).toMatchObject({
    kind: 'refusal',
    plain: true,
    near: { number: 1 },
  });
  expect(await judged(text, { kind: 'refusal', supported: false })).toMatchObject({
    kind: 'refusal',
    plain: false,
  });
});
