/**
 * What the parser and the checker make of replies that models have written or might write:
 *
 * node --import tsx bench/model-outputs.ts
 *
 * Exits with 1 where one is judged wrongly, or where the median sentence takes longer than {@link
 * MAX_MS}.
 */
import { TransformersEncoder } from '../src/adapters/encoder/transformers-encoder.js';
import { MODELS_DIR, SHIPPED_MODEL } from '../src/composition/shipped-files.js';
import { quantile, rounded } from './quantiles.js';
import { openCases, type Case, type Outcome } from './model-outputs/run-cases.js';

/** Parsing and checking of one sentence must not be felt in a stream. */
const MAX_MS = 5;
const ROUNDS = 5;
const KINDS = ['good', 'bad', 'malicious'] as const;

interface Judged extends Case {
  readonly outcome: Outcome;
  readonly right: boolean;
}

const { cases, claims, run } = await openCases(
  await TransformersEncoder.load({ model: SHIPPED_MODEL, modelsDirectory: MODELS_DIR }),
);
const judged: Judged[] = [];
for (const one of cases) {
  const outcome = await run(one);
  const wanted = JSON.stringify([one.leaves, one.kept, one.unknown]);
  judged.push({
    ...one,
    outcome,
    right: wanted === JSON.stringify([outcome.leaves, outcome.kept, outcome.unknown]),
  });
}
console.table(
  Object.fromEntries(
    judged.map(({ kind, name, outcome, right }) => [
      `${kind}: ${name}`,
      {
        leaves: outcome.leaves.length,
        'left out': outcome.kept.length,
        unknown: outcome.unknown,
        '': right ? 'right' : 'WRONG',
      },
    ]),
  ),
);
console.table(
  Object.fromEntries(
    KINDS.map((kind) => {
      const some = judged.filter((one) => one.kind === kind);
      return [
        kind,
        {
          replies: some.length,
          wrong: some.filter(({ right }) => !right).length,
          'sentences that leave': some.reduce((sum, { outcome }) => sum + outcome.leaves.length, 0),
          'left out': some.reduce((sum, { outcome }) => sum + outcome.kept.length, 0),
        },
      ];
    }),
  ),
);
for (const { name, outcome, leaves, kept } of judged.filter(({ right }) => !right)) {
  console.log(
    `${name}: wanted ${JSON.stringify({ leaves, kept })}, came ${JSON.stringify(outcome)}`,
  );
}

const passed: { readonly kind: string; readonly reply: string }[] = [];
for (const one of claims) if ((await run(one)).leaves.length > 0) passed.push(one);
console.table(
  Object.fromEntries(
    (['faithful', 'turned'] as const).map((kind) => {
      const [all, left] = [claims, passed].map(
        (some) => some.filter((one) => one.kind === kind).length,
      );
      return [
        `claims that are ${kind}`,
        { claims: all, 'that leave': left, share: rounded((left ?? 0) / (all ?? 1), 3) },
      ];
    }),
  ),
);

const perSentence: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  for (const one of cases) {
    const { ms, sentences } = await run(one);
    if (sentences > 0) perSentence.push(ms / sentences);
  }
}
const [mean, median] = [
  perSentence.reduce((sum, ms) => sum + ms, 0) / perSentence.length,
  quantile(perSentence, 0.5),
];
console.log(
  `Parsing and checking, a sentence: mean ${rounded(mean, 2)} ms, p50 ${rounded(median, 2)} ms, ` +
    `p99 ${rounded(quantile(perSentence, 0.99), 2)} ms; at most ${MAX_MS} ms`,
);
process.exitCode = judged.every(({ right }) => right) && median <= MAX_MS ? 0 : 1;
