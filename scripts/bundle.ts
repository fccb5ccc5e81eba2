/**
 * The last step of `npm run build`: puts the files of pages into the build, and bundles the programs
 * where these are not of what they would be.
 */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePrograms, versionOf } from './package/bundle-programs.js';
import { natives, type Manifest } from './package/published-manifest.js';

const ASSETS = 'server/public/assets';
const BUNDLERS = 'scripts/package';
cpSync(join('src', ASSETS), join('dist', ASSETS), { recursive: true });

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
await bundlePrograms({
  sources: 'src',
  built: 'dist',
  installed: natives(manifest),
  // The compiler keeps in its own file what each source was like.
  version: versionOf([
    'dist/.tsbuildinfo',
    'package-lock.json',
    ...readdirSync(BUNDLERS).map((name) => join(BUNDLERS, name)),
  ]),
});
