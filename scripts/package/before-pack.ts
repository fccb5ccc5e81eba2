/**
 * `npm pack` and `npm publish` call this first: builds anew, puts what is used of packages into the
 * build, and has `package.json` name only what is installed beside it. `after-pack.ts` puts that
 * file back.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { bundlePackages } from './bundle-packages.js';
import { PROGRAMS } from './bundle-programs.js';
import { createCommands } from '../../src/bin/commands.js';
import { keepManifest, restoreManifest } from './kept-manifest.js';
import { MAN_PAGE_FILE, manPage } from './man-page.js';
import { installedBeside, publishedManifest, type Manifest } from './published-manifest.js';
import { reachedFrom } from './reached-files.js';

restoreManifest();
rmSync('dist', { recursive: true, force: true });
execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 2, 2] });

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const files = onlyReached('dist');
await bundlePackages({ built: 'dist', files, installed: installedBeside(manifest) });
copyPdfTables();
writeManPage();
keepManifest();
writeFileSync(
  'package.json',
  `${JSON.stringify(publishedManifest(manifest, versionOf('onnxruntime-node')), undefined, 2)}\n`,
);

/** What only programs use they hold themselves. */
function onlyReached(dist: string): readonly string[] {
  const isWhole = /^(?:widget|server\/public|programs)\//u;
  const all = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js') && !isWhole.test(file))
    .map((file) => join(dist, file));
  const entries = Object.values(manifest.exports)
    .flatMap((entry) => (typeof entry === 'string' ? [] : [normalize(entry.default)]))
    .filter((file) => all.includes(file));
  const programs = PROGRAMS.map((program) => join(dist, `${program}.js`));
  const reached = reachedFrom(entries);
  const kept = new Set([...reached, ...programs]);
  for (const file of all) if (!kept.has(file)) rmSync(file);
  return [...reached];
}

/** The engine that reads PDFs asks for them as files. */
function copyPdfTables(): void {
  const engine = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  for (const folder of ['cmaps', 'standard_fonts']) {
    const beside = join('dist/adapters/loaders/pdf', folder);
    cpSync(join(engine, folder), beside, { recursive: true });
  }
}

function writeManPage(): void {
  const settings = readFileSync('.env.example', 'utf8');
  mkdirSync(dirname(MAN_PAGE_FILE), { recursive: true });
  writeFileSync(MAN_PAGE_FILE, manPage(createCommands(), { version: manifest.version, settings }));
}

function versionOf(name: string): string {
  const file = join('node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
}
