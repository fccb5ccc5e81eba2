/**
 * `npm run check:package`: packs what would be published, holds its list of files against what is
 * meant to be in it, installs it as people do and asks it, and has publint and attw judge how it
 * resolves.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryInstalled } from './package/try-installed.js';
import { BUNDLED, missingFrom, strangersIn } from './package-files.js';

interface PackedTarball {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

const folder = mkdtempSync(join(tmpdir(), 'declaration-chat-pack-'));
try {
  // What the scripts print goes to standard error: standard output is the list.
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: Infinity,
  });
  const [tarball] = JSON.parse(packed.slice(packed.indexOf('['))) as [PackedTarball];
  const paths = tarball.files.map(({ path }) => path);
  const complaints = [
    ...strangersIn(paths).map((path) => `${path} is in the package, and nobody meant it to be.`),
    ...[...missingFrom(paths), ...missingFrom(paths, BUNDLED)].map(
      (pattern) => `Nothing in the package matches ${String(pattern)}.`,
    ),
  ];
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
  console.log(`${paths.length} files, all of them meant to be there.`);
  const path = join(folder, tarball.filename);
  await tryInstalled(path);
  execFileSync('npx', ['--no-install', 'publint', '--strict', path], { stdio: 'inherit' });
  execFileSync('npx', ['--no-install', 'attw', '--profile', 'esm-only', path], {
    stdio: 'inherit',
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
