/**
 * Chooses the level from which on a claim counts as borne out, by judged claims, and says what it
 * costs:
 *
 * npx tsx training/claims/fit.ts --judged FOLDER
 *
 * Five folds over excerpts: each claim is judged by a level that was chosen without its excerpt.
 */
import { parseArgs } from 'node:util';
import { TransformersReader } from '../../src/adapters/reader/transformers-reader.js';
import { READER_DIR } from '../../src/composition/shipped-files.js';
import { lookUp } from '../../src/generative/verification/look-up.js';
import { readJudgedClaims, type JudgedClaim } from './judged-claims.js';

const FOLDS = 5;
/** Shares of faithful claims that may be replaced. */
const COSTS = [0.05, 0.1, 0.15, 0.2, 0.3];
const SHOWN_COST = 0.15;
const MIN_OF_A_KIND = 8;

interface Weighed extends JudgedClaim {
  /** Of the reader; less than any where something that was looked up does not stand there. */
  readonly logit: number;
  readonly fold: number;
}

const { values: options } = parseArgs({
  options: { judged: { type: 'string' }, reader: { type: 'string' } },
});
if (options.judged === undefined) throw new Error('Say --judged FOLDER.');
const reader = await TransformersReader.load(options.reader ?? READER_DIR);
const claims = await readJudgedClaims(options.judged);
const excerpts = [...new Set(claims.map(({ id }) => id))];
const weighed: Weighed[] = [];
for (const claim of claims) {
  const { id, text, cited } = claim;
  const [read = -Infinity] = await reader.weigh(text, [cited.map(({ wording }) => wording)]);
  const fault = lookUp(text, { cited, sameLanguage: true });
  const fold = excerpts.indexOf(id) % FOLDS;
  weighed.push({ ...claim, fold, logit: fault === undefined ? read : -Infinity });
}

console.log(`${weighed.length} claims on ${excerpts.length} excerpts`);
console.table(
  COSTS.map((cost) => {
    const kept = keptAt(cost);
    return {
      'level of all': levelAt(cost, weighed).toFixed(2),
      'faithful replaced': (1 - shareOf(kept, true)).toFixed(3),
      'false kept': shareOf(kept, false).toFixed(3),
    };
  }),
);
const kept = new Set(keptAt(SHOWN_COST));
const kinds = [...new Set(weighed.map(kindOf))].sort().map((kind) => ({
  kind,
  some: weighed.filter((claim) => kindOf(claim) === kind),
}));
console.table(
  kinds
    .filter(({ some }) => some.length >= MIN_OF_A_KIND)
    .map(({ kind, some }) => ({
      kind,
      claims: some.length,
      kept: (some.filter((claim) => kept.has(claim)).length / some.length).toFixed(2),
    })),
);

/** The claims that stay, each by a level that was chosen without its fold. */
function keptAt(cost: number): Weighed[] {
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const level = levelAt(
      cost,
      weighed.filter((claim) => claim.fold !== fold),
    );
    return weighed.filter((claim) => claim.fold === fold && claim.logit >= level);
  });
}

function levelAt(cost: number, some: readonly Weighed[]): number {
  const faithful = some.filter(({ supported }) => supported).map(({ logit }) => logit);
  return faithful.sort((a, b) => a - b)[Math.floor(cost * faithful.length)] ?? 0;
}

function shareOf(some: readonly Weighed[], supported: boolean): number {
  const count = (of: readonly Weighed[]): number =>
    of.filter((claim) => claim.supported === supported).length;
  return count(some) / count(weighed);
}

function kindOf({ how, supported }: Weighed): string {
  return `${supported ? 'true' : 'false'}: ${how}`;
}
