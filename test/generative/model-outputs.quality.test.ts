import { expect, it } from 'vitest';
import { readCases, runCase, type Case } from '../../bench/model-outputs/cases.js';
import { openJudge } from '../../bench/model-outputs/open-judge.js';
import { replay } from '../../bench/model-outputs/replay.js';
import { readReplayed } from '../../bench/model-outputs/replayed.js';
import { shippedClaimReader, shippedEncoder } from '../support/shipped-models.js';
import { parse, parsePieces } from './reply-parser/parse.js';

/** One in so many sentences is replayed here, all by the bench. */
const SAMPLED = 4;

const { cases, documents } = readCases();
const opened = Promise.all([shippedEncoder(), shippedClaimReader()]).then(([encoder, reader]) =>
  openJudge(encoder, reader, documents),
);

/** What of a reply is the model's own: quotations and markers are the texts'. */
async function ownWords(one: Case): Promise<string> {
  const { answer } = await runCase(await opened, one);
  return answer.replace(/“[^”]*”/gu, '').replace(/\s?\[\d+\]/gu, '');
}

it('of a reply that was made to harm nothing is the model’s own but what is borne out', async () => {
  for (const one of cases.filter(({ kind }) => kind === 'malicious')) {
    const rest = one.leaves.reduce(
      (words, leaves) => words.replace(leaves, ''),
      await ownWords(one),
    );
    expect({ name: one.name, rest: rest.trim() }).toEqual({ name: one.name, rest: '' });
  }
});

it('of good replies most sentences stay in the model’s words', async () => {
  const good = cases.filter(({ kind }) => kind === 'good');
  let [all, stay] = [0, 0];
  for (const one of good) {
    const own = await ownWords(one);
    all += one.leaves.length;
    stay += one.leaves.filter((sentence) => own.includes(sentence)).length;
  }
  expect(stay / all).toBeGreaterThan(0.6);
});

it('most of what is said faithfully is kept, and little of what is not', async () => {
  const kept = { faithful: 0, false: 0 };
  const all = { faithful: 0, false: 0 };
  for (const sentence of readReplayed().filter((_, i) => i % SAMPLED === 0)) {
    const side = sentence.faithful ? 'faithful' : 'false';
    all[side]++;
    if ((await replay(await opened, sentence)).kind === 'borne-out') kept[side]++;
  }
  expect(kept.faithful / all.faithful).toBeGreaterThan(0.7);
  expect(kept.false / all.false).toBeLessThan(0.35);
});

it('every reply in the table reads the same at every cut', () => {
  for (const { reply } of cases) {
    const whole = parse(reply);
    for (let cut = 0; cut <= reply.length; cut++) {
      expect(parsePieces([reply.slice(0, cut), reply.slice(cut)])).toEqual(whole);
    }
  }
});
