// Tries what must not happen, in full: `npm run faults`, or of some parts alone
// `npm run faults -- kills --count 20`. The exit status says whether something was lost.
import { parseArgs } from 'node:util';
import { describeMachine } from '../../bench/machine.js';
import type { FaultPart, Findings } from './fault-part.js';
import { PARTS } from './parts.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `No part is named ${unknown.join(', ')}. There are: ${PARTS.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

interface Row extends Findings {
  readonly part: FaultPart;
  readonly seconds: number;
}

const rows: Row[] = [];
for (const part of PARTS) {
  if (positionals.length > 0 && !positionals.includes(part.name)) continue;
  const count = values.count === undefined ? part.full : Number(values.count);
  const began = performance.now();
  let told = began;
  const tell = (done: number): void => {
    if (performance.now() - told < 2_000) return;
    told = performance.now();
    console.error(`${part.name}: ${done} of ${count}`);
  };
  const findings = await part.try({ count, seed: Number(values.seed), tell });
  rows.push({ part, ...findings, seconds: (performance.now() - began) / 1000 });
  for (const one of findings.lost.slice(0, 10)) console.error(`${part.name}: LOST ${one}`);
}

if (values.json) {
  const parts = rows.map(({ part: { name, what }, ...row }) => ({ name, what, ...row }));
  console.log(
    JSON.stringify({ machine: describeMachine(), seed: values.seed, parts }, undefined, 2),
  );
} else {
  console.log('| part | what | tried | lost | and | seconds |\n|---|---|---|---|---|---|');
  for (const { part, tried, lost, figures = {}, seconds } of rows) {
    const and = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`);
    console.log(
      `| ${part.name} | ${part.what} | ${tried} | ${lost.length} | ${and.join('; ')} | ${seconds.toFixed(0)} |`,
    );
  }
  const { cpu, cores, memoryGb, node, system } = describeMachine();
  console.log(
    `\n${cpu}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}; seed ${values.seed}`,
  );
}
process.exitCode = rows.some(({ lost }) => lost.length > 0) ? 1 : 0;
