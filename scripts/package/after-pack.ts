/** `npm pack` and `npm publish` call this last: the sources' own manifest and build come back. */
import { rmSync } from 'node:fs';
import { restoreManifest } from './kept-manifest.js';

restoreManifest();
// A build that holds packages is none to go on with: the next command makes one anew.
rmSync('dist', { recursive: true, force: true });
