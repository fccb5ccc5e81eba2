import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** A folder of somebody who has installed the package, with the shipped texts copied into it. */
export interface Consumer {
  readonly folder: string;
  /** Paths of the package's files. */
  readonly files: readonly string[];
  readonly remove: () => void;
}

/**
 * Packs what was built and installs it without a network: the package itself is unpacked, what it
 * depends on is linked beside it.
 */
export function installPackage(): Consumer {
  const folder = mkdtempSync(join(tmpdir(), 'declaration-chat-consumer-'));
  const modules = join(folder, 'node_modules');
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [tarball] = JSON.parse(
    execFileSync('npm', pack, { cwd: PROJECT, encoding: 'utf8', maxBuffer: 16_000_000 }),
  ) as [{ readonly filename: string; readonly files: readonly { readonly path: string }[] }];
  execFileSync('tar', ['-xzf', join(folder, tarball.filename), '-C', folder]);
  mkdirSync(modules);
  renameSync(join(folder, 'package'), join(modules, 'declaration-chat'));
  for (const name of readdirSync(join(PROJECT, 'node_modules'))) {
    if (name !== 'declaration-chat') {
      symlinkSync(join(PROJECT, 'node_modules', name), join(modules, name));
    }
  }
  cpSync(join(modules, 'declaration-chat', 'corpus'), join(folder, 'corpus'), { recursive: true });
  return {
    folder,
    files: tarball.files.map(({ path }) => path),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
