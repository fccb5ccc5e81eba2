/**
 * What each part of a question's way is worth: all sets are asked with one part left out at a time.
 *
 * node --import tsx bench/ablation.ts [--excerpts EXCERPTS.jsonl.gz] [--encoder MODEL]
 *
 * A part is left out by its settings; nothing is fitted again. `--encoder` adds a row for the whole
 * with another encoder, as EMBEDDING_MODEL names it. What the models said is remembered in
 * `training/.remembered`, so that only the first run takes long.
 */
import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { AskedOutcome } from './ablation/outcome.js';
import { PARTS } from './ablation/parts.js';
import { saveResults } from './save-results.js';

const MAX_OUTPUT = 64 << 20;
const { values: options } = parseArgs({
  options: { excerpts: { type: 'string' }, encoder: { type: 'string' } },
});

function measured(part: number, encoder?: string): AskedOutcome[] {
  const program = new URL('ablation/measure.ts', import.meta.url).pathname;
  const output = execFileSync(process.execPath, ['--import', 'tsx', program], {
    env: {
      ...process.env,
      BENCH_PART: String(part),
      ...(options.excerpts === undefined ? {} : { BENCH_EXCERPTS: options.excerpts }),
      ...(encoder === undefined ? {} : { EMBEDDING_MODEL: encoder }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: MAX_OUTPUT,
  });
  return JSON.parse(output) as AskedOutcome[];
}

type Holds = (outcome: AskedOutcome) => boolean | undefined;
const COLUMNS: readonly (readonly [string, Holds])[] = [
  ['first', ({ first }) => first],
  ['shown', ({ shown }) => shown],
  ['answered', ({ answerable, answered }) => (answerable ? answered : undefined)],
  ['refused', ({ answerable, answered }) => (answerable ? undefined : !answered)],
];

/** Share of the questions that it concerns of which it holds, and against the whole `+won −lost`. */
function cell(holds: Holds, outcomes: readonly AskedOutcome[], whole: typeof outcomes): string {
  let concerned = 0;
  let held = 0;
  let won = 0;
  let lost = 0;
  outcomes.forEach((outcome, i) => {
    const now = holds(outcome);
    const before = whole[i] === undefined ? undefined : holds(whole[i]);
    if (now === undefined || before === undefined) return;
    concerned++;
    if (now) held++;
    if (now && !before) won++;
    if (!now && before) lost++;
  });
  const share = concerned === 0 ? '' : (held / concerned).toFixed(3);
  return won + lost === 0 ? share : `${share} (+${won} −${lost})`;
}

const whole = measured(0);
const sets = [...new Set(whole.map(({ set }) => set))];
const rows: Record<string, string>[] = [];
function add(part: string, outcomes: readonly AskedOutcome[]): void {
  const row: Record<string, string> = { part };
  for (const set of sets) {
    const [ofSet, wholeOfSet] = [outcomes, whole].map((all) =>
      all.filter((outcome) => outcome.set === set),
    ) as [AskedOutcome[], AskedOutcome[]];
    for (const [column, holds] of COLUMNS) {
      row[`${set} ${column}`] = cell(holds, ofSet, wholeOfSet);
    }
    const words = ofSet.reduce((sum, outcome) => sum + outcome.words, 0) / ofSet.length;
    row[`${set} words`] = words.toFixed(0);
  }
  rows.push(row);
  console.error(JSON.stringify(row));
}

PARTS.forEach(({ name }, i) => {
  if (i === 0) add(name, whole);
  else add(`without ${name}`, measured(i));
});
if (options.encoder !== undefined) {
  add(`with ${basename(options.encoder)}`, measured(0, options.encoder));
}
const columns = Object.keys(rows[0] ?? {});
console.log(`| ${columns.join(' | ')} |\n|${'---|'.repeat(columns.length)}`);
for (const row of rows) console.log(`| ${columns.map((name) => row[name]).join(' | ')} |`);
await saveResults('ablation', { rows });
