import { printableLine } from '../../documents/printable-line.js';
import type { Config } from '../config/config.js';
import { printJson } from '../json-output.js';
import { EXIT } from '../program.js';
import { bold, dim, terminalOf, wrapped, type Terminal } from '../terminal.js';
import { DISK, NATIVE_INDEX, NODE } from './examine-machine.js';
import { CHAT_MODEL, LOCAL_MODELS } from './examine-models.js';
import { EXPOSURE, PORT } from './examine-server.js';
import { CORPUS, INDEX } from './examine-texts.js';
import { findingsOf, type Examination, type Finding, type Health } from './finding.js';

const EXAMINATIONS: readonly Examination[] = [
  NODE,
  NATIVE_INDEX,
  DISK,
  LOCAL_MODELS,
  CORPUS,
  INDEX,
  PORT,
  EXPOSURE,
  CHAT_MODEL,
];
const SIGNS: Readonly<Record<Health, string>> = { right: '✓', doubtful: '!', wrong: '✗' };
const MARGIN = '    ';

/**
 * Looks at what the server takes to run, part by part, and prints what it finds and what to do. The
 * exit status tells whether something is in the way.
 */
export async function doctor(config: Config, { json }: { readonly json: boolean }): Promise<void> {
  const terminal = terminalOf(process.stdout, process.env);
  const findings: Finding[] = [];
  for (const examination of EXAMINATIONS) {
    const found = await findingsOf(examination, config);
    findings.push(...found);
    if (!json) for (const finding of found) console.log(rendered(finding, terminal));
  }
  const isWrong = findings.some(({ health }) => health === 'wrong');
  if (json) printJson({ healthy: !isWrong, findings });
  else console.log(`\n${conclusion(findings)}`);
  if (isWrong) process.exitCode = EXIT.failed;
}

function rendered({ what, health, found, remedy }: Finding, terminal: Terminal): string {
  const line = `${SIGNS[health]} ${bold(what, terminal)}: ${printableLine(found)}`;
  return [
    wrapped(line, terminal),
    ...(remedy === undefined ? [] : [dim(wrapped(remedy, terminal, MARGIN), terminal)]),
  ].join('\n');
}

function conclusion(findings: readonly Finding[]): string {
  const count = (health: Health): number =>
    findings.filter((finding) => finding.health === health).length;
  if (count('wrong') > 0) return `${count('wrong')} in the way, ${count('doubtful')} to look at.`;
  return count('doubtful') > 0
    ? `Nothing is in the way; ${count('doubtful')} to look at.`
    : 'All is right.';
}
