import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

const KEPT = 'node_modules/.cache/package.json.before-pack';

/** Keeps `package.json` until {@link restoreManifest}. */
export function keepManifest(): void {
  mkdirSync(dirname(KEPT), { recursive: true });
  copyFileSync('package.json', KEPT);
}

/** Puts `package.json` back, also where a former packing was interrupted. */
export function restoreManifest(): void {
  if (existsSync(KEPT)) renameSync(KEPT, 'package.json');
}
