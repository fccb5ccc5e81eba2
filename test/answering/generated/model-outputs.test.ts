import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { openCases } from '../../../bench/model-outputs/run-cases.js';
import { parse, parsePieces } from './parse.js';

const replies = (parseYaml(readFileSync('bench/model-outputs/cases.yaml', 'utf8')) as { readonly cases: readonly { readonly reply: string }[] }).cases.map(({ reply }) => reply);

it('of every reply in the table what is borne out leaves, and nothing else', { timeout: 120_000 }, async () => {
  const { cases, run } = await openCases();
  expect(cases.length).toBeGreaterThanOrEqual(60);
  for (const one of cases) {
    const { leaves, kept, unknown } = await run(one);
    expect({ name: one.name, leaves, kept, unknown }).toEqual({ name: one.name, leaves: one.leaves, kept: one.kept, unknown: one.unknown });
  }
});

it('every reply in the table reads the same at every cut', () => {
  for (const reply of replies) {
    const whole = parse(reply);
    for (let cut = 0; cut <= reply.length; cut++) expect(parsePieces([reply.slice(0, cut), reply.slice(cut)])).toEqual(whole);
  }
});
