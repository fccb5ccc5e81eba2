/** The last step of `npm run build`: bundles the programs, where they are not of what they would be. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePrograms, versionOf } from './package/bundle-programs.js';
import { natives, type Manifest } from './package/published-manifest.js';

const BUNDLERS = 'scripts/package';
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
