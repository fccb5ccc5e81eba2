/**
 * Fits what is made of a claim's features to judged claims, and says what it costs:
 *
 * npx tsx training/claims/fit.ts --judged FOLDER
 *
 * Five folds over excerpts: each claim is judged by numbers that were fitted without its excerpt.
 */
import { parseArgs } from 'node:util';
import { TransformersClaimReader } from '../../src/adapters/reader/transformers-claim-reader.js';
import { CLAIM_READER_DIR } from '../../src/composition/shipped-files.js';
import { weighClaim } from '../../src/generative/verification/weigh-claim.js';
import type { SupportFeatures } from '../../src/generative/verification/support-model.js';
import {
  fitLogisticRegression,
  type LogisticRegression,
} from '../answerability/logistic-regression.js';
import { readJudgedClaims, type JudgedClaim } from './judged-claims.js';

const FOLDS = 5;
/** Shares of faithful claims that are replaced. */
const COSTS = [0.05, 0.1, 0.15, 0.2, 0.3];
const SHOWN_COST = 0.15;
const MIN_OF_A_KIND = 8;

interface Weighed extends JudgedClaim {
  readonly values: readonly number[];
}

const { values: options } = parseArgs({
  options: { judged: { type: 'string' }, reader: { type: 'string' } },
});
if (options.judged === undefined) throw new Error('Say --judged FOLDER.');
const reader = await TransformersClaimReader.load(options.reader ?? CLAIM_READER_DIR);
const weighed: Weighed[] = [];
for (const claim of await readJudgedClaims(options.judged)) {
  const [found] = await weighClaim(reader, claim.text, [claim.cited]);
  if (found !== undefined) weighed.push({ ...claim, values: valuesOf(found.features) });
}

const excerpts = [...new Set(weighed.map(({ id }) => id))];
const foldOf = ({ id }: Weighed): number => excerpts.indexOf(id) % FOLDS;
const scored = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
  const model = fit(weighed.filter((claim) => foldOf(claim) !== fold));
  return weighed
    .filter((claim) => foldOf(claim) === fold)
    .map((claim) => ({ ...claim, logit: logitOf(model, claim.values) }));
});
console.log(`${weighed.length} claims on ${excerpts.length} excerpts, AUC ${area().toFixed(3)}`);
console.table(
  COSTS.map((cost) => {
    const level = levelAt(cost);
    return { 'faithful replaced': cost, level, 'false kept': share(false, level) };
  }),
);
const level = levelAt(SHOWN_COST);
const kinds = [...new Set(scored.map(kindOf))].map((kind) => ({
  kind,
  some: scored.filter((claim) => kindOf(claim) === kind),
}));
console.table(
  kinds
    .filter(({ some }) => some.length >= MIN_OF_A_KIND)
    .map(({ kind, some }) => ({
      kind,
      claims: some.length,
      kept: some.filter(({ logit }) => logit >= level).length / some.length,
    })),
);
console.log(fit(weighed));

function kindOf({ how, supported }: Weighed): string {
  return `${supported ? 'true' : 'false'}: ${how}`;
}

function valuesOf({ read, numberFault, nameFault }: SupportFeatures): number[] {
  return [read, Number(numberFault), Number(nameFault)];
}

function fit(claims: readonly Weighed[]): LogisticRegression {
  return fitLogisticRegression(
    claims.map(({ values, supported }) => ({ features: values, positive: supported, weight: 1 })),
  );
}

function logitOf({ intercept, weights }: LogisticRegression, values: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), intercept);
}

function levelAt(cost: number): number {
  const faithful = scored.filter(({ supported }) => supported).map(({ logit }) => logit);
  return faithful.sort((a, b) => a - b)[Math.floor(cost * faithful.length)] ?? 0;
}

function share(supported: boolean, from: number): number {
  const some = scored.filter((claim) => claim.supported === supported);
  return some.filter(({ logit }) => logit >= from).length / some.length;
}

/** Probability that a faithful claim is likelier than one that is not. */
function area(): number {
  const [right, wrong] = [true, false].map((kind) =>
    scored.filter(({ supported }) => supported === kind).map(({ logit }) => logit),
  );
  const pairs = (right ?? []).map((one) => (wrong ?? []).filter((other) => one > other).length);
  return (
    pairs.reduce((sum, count) => sum + count, 0) / ((right?.length ?? 1) * (wrong?.length ?? 1))
  );
}
