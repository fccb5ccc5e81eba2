import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { openCases } from '../../bench/model-outputs/run-cases.js';
import { shippedEncoder } from '../support/shipped-models.js';
import { parse, parsePieces } from './reply-parser/parse.js';

const replies = (
  parseYaml(readFileSync('bench/model-outputs/cases.yaml', 'utf8')) as {
    readonly cases: readonly { readonly reply: string }[];
  }
).cases.map(({ reply }) => reply);

const opened = shippedEncoder().then(openCases);

it('of every reply in the table what is borne out leaves, and nothing else', async () => {
  const { cases, run } = await opened;
  expect(cases.length).toBeGreaterThanOrEqual(60);
  for (const one of cases) {
    const { leaves, kept, unknown } = await run(one);
    expect({ name: one.name, leaves, kept, unknown }).toEqual({
      name: one.name,
      leaves: one.leaves,
      kept: one.kept,
      unknown: one.unknown,
    });
  }
});

it('most of what is said faithfully leaves, and little of what a small change has turned', async () => {
  const { claims, run } = await opened;
  const left = { faithful: 0, turned: 0 };
  for (const claim of claims) left[claim.kind] += (await run(claim)).leaves.length;
  const all = (kind: 'faithful' | 'turned'): number =>
    claims.filter((claim) => claim.kind === kind).length;
  expect(left.faithful).toBeGreaterThanOrEqual(0.9 * all('faithful'));
  expect(left.turned).toBeLessThanOrEqual(0.12 * all('turned'));
});

it('every reply in the table reads the same at every cut', () => {
  for (const reply of replies) {
    const whole = parse(reply);
    for (let cut = 0; cut <= reply.length; cut++) {
      expect(parsePieces([reply.slice(0, cut), reply.slice(cut)])).toEqual(whole);
    }
  }
});
