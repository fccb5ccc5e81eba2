/**
 * `npm run check:dependencies`: every package that comes with an installation has a licence that is
 * known to do, and none has a hole that the registry knows to be grave.
 */
import { spawnSync } from 'node:child_process';
import { licenceComplaints, licensedIn } from './licences.js';

const GRAVE = ['high', 'critical'] as const;

interface Audit {
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> };
}

function npm(...args: readonly string[]): unknown {
  const { stdout } = spawnSync('npm', args, { encoding: 'utf8', maxBuffer: Infinity });
  return JSON.parse(stdout) as unknown;
}

const packages = licensedIn(
  npm('sbom', '--omit=dev', '--sbom-format=cyclonedx') as Parameters<typeof licensedIn>[0],
);
const complaints = licenceComplaints(packages);
for (const complaint of complaints) console.error(`Licence to be read: ${complaint}`);
if (complaints.length > 0) process.exitCode = 1;
else console.log(`${packages.length} packages, each with a licence that will do.`);

const { metadata } = npm('audit', '--omit=dev', '--json') as Audit;
if (metadata === undefined) {
  console.error('!!! The registry does not tell of holes here: THE AUDIT IS SKIPPED.');
} else {
  const grave = GRAVE.reduce((sum, name) => sum + (metadata.vulnerabilities[name] ?? 0), 0);
  console.log(`${grave} grave holes are known. \`npm audit\` tells of all.`);
  if (grave > 0) process.exitCode = 1;
}
