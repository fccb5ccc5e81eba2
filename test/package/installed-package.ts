import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const WEIGHTS = /\.onnx$/u;
/** What no package holds, whatever its list of files says. */
const NEVER_PACKED = /^(?:node_modules|\.git)$/u;

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
  const project = projectWithoutWeights(join(folder, 'project'));
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [tarball] = JSON.parse(
    execFileSync('npm', pack, { cwd: project, encoding: 'utf8', maxBuffer: 16_000_000 }),
  ) as [{ readonly filename: string; readonly files: readonly { readonly path: string }[] }];
  rmSync(project, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, tarball.filename), '-C', folder]);
  const files = tarball.files.map(({ path }) => path);
  for (const path of files.filter((file) => WEIGHTS.test(file))) {
    copyFileSync(join(PROJECT, path), join(folder, 'package', path));
  }
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
    files,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A copy in which the weights of models are empty files: to pack them takes longer than all else. */
function projectWithoutWeights(copy: string): string {
  const weights: string[] = [];
  cpSync(PROJECT, copy, {
    recursive: true,
    filter: (path) => {
      const within = relative(PROJECT, path);
      if (WEIGHTS.test(within)) weights.push(within);
      return !WEIGHTS.test(within) && !NEVER_PACKED.test(within);
    },
  });
  for (const path of weights) writeFileSync(join(copy, path), '');
  return copy;
}
