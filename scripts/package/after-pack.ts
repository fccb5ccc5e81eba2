/** `npm pack` and `npm publish` call this last: the sources' own manifest and build come back. */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { MAN_PAGE_FILE } from './man-page.js';
import { restoreManifest } from './kept-manifest.js';

restoreManifest();
// A build that holds packages is none to go on with: the next command makes one anew.
rmSync('dist', { recursive: true, force: true });
rmSync(dirname(MAN_PAGE_FILE), { recursive: true, force: true });
