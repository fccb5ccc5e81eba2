/**
 * Sets how much words and vectors must say for a claim, and reports how well claims are told apart:
 *
 * npx tsx training/support/calibrate.ts [--list]
 *
 * Faithful claims are those of claims.jsonl beside this file; what they become by rule (corrupt.ts)
 * must be refused. The levels go into src/generative/verification/support-level.ts by hand.
 * `--list` names every claim judged wrongly.
 */
import { parseArgs } from 'node:util';
import { TransformersEncoder } from '../../src/adapters/encoder/transformers-encoder.js';
import { loadConfig } from '../../src/bin/config.js';
import { SUPPORT_LEVEL, supportOf } from '../../src/generative/verification/support-level.js';
import type { Support } from '../../src/generative/verification/measure-support.js';
import { judgeClaims } from './judge-claims.js';

/** A wrong claim that leaves does more harm than a right one that does not. */
const WRONG_CLAIM_COST = 3;
/** Corruptions that no number, name or denial gives away. */
const MADE_OF_WORDS = ['faithful', 'wrong-sentence', 'neighbour', 'added'];

const { values: options } = parseArgs({ options: { list: { type: 'boolean', default: false } } });
const { embeddingModel, modelsDir } = loadConfig({
  EMBEDDING_MODEL: process.env['EMBEDDING_MODEL'],
});
const rows = await judgeClaims(
  await TransformersEncoder.load({ model: embeddingModel, modelsDirectory: modelsDir }),
);
for (const kind of new Set(rows.map((row) => row.kind))) {
  const some = rows.filter((row) => row.kind === kind);
  const reasons = [...new Set(some.map(({ verdict }) => verdict))].map(
    (reason) => `${reason} ${some.filter(({ verdict }) => verdict === reason).length}`,
  );
  console.log(`${kind} (${some.length}): ${reasons.join(', ')}`);
}
console.log(SUPPORT_LEVEL);
console.log(`Best levels by words and meaning alone: ${bestLevels(false)}`);
console.log(`Best levels beside the other checks: ${bestLevels(true)}`);
if (options.list) {
  for (const { kind, claim, verdict, support } of rows.filter(
    (row) => (row.kind === 'faithful') !== (row.verdict === 'supported'),
  )) {
    console.log(
      `${kind} → ${verdict} | ${support.lexical.toFixed(2)} ${support.dense.toFixed(2)} ` +
        `${support.weakest.toFixed(2)} | ${claim}`,
    );
  }
}

/**
 * Of all levels that make the fewest mistakes, a wrong claim let through counting as three, the
 * middle ones; `beside` the other checks, or alone.
 */
function bestLevels(beside: boolean): string {
  const judged = rows.filter(
    ({ kind, verdict }) =>
      MADE_OF_WORDS.includes(kind) &&
      (!beside || ['supported', 'words', 'meaning'].includes(verdict)),
  );
  const steps = Array.from({ length: 17 }, (_, i) => i / 20);
  const tried = steps.flatMap((minWeakest) =>
    steps.map((minSupport) => {
      const passes = (support: Support): boolean =>
        support.weakest >= minWeakest && supportOf(support) >= minSupport;
      const refused = judged.filter(
        ({ kind, support }) => kind === 'faithful' && !passes(support),
      ).length;
      const letThrough = judged.filter(
        ({ kind, support }) => kind !== 'faithful' && passes(support),
      ).length;
      return {
        minWeakest,
        minSupport,
        refused,
        letThrough,
        cost: refused + WRONG_CLAIM_COST * letThrough,
      };
    }),
  );
  const least = tried.reduce((best, { cost }) => Math.min(best, cost), Infinity);
  const best = tried.filter(({ cost }) => cost === least);
  const middle = best.filter(
    ({ minWeakest }) => minWeakest === best[Math.floor(best.length / 2)]?.minWeakest,
  );
  return `${JSON.stringify(middle[Math.floor(middle.length / 2)])}, ${best.length} alike, of ${judged.length} claims`;
}
