import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { bundling, LICENCES_FILE, licencesOf } from './bundling.js';

/** Part of an import that names a package: `'express'`, and not `'./x.js'` or `'node:fs'`. */
const NAMES_PACKAGE = /(?:from|import)\s*\(?\s*'(?!\.|node:)[^']+'/u;
/** Where what files share is put, within the folder of the build. */
const BUNDLES = 'bundled';

export interface PackageOptions {
  /** Folder of the build. */
  readonly built: string;
  /** Those of its files that others may import, with all that they import. */
  readonly files: readonly string[];
  /** Packages that are installed beside it, and are left as they are. */
  readonly installed: readonly string[];
}

/**
 * Puts what files use of packages into the build, so that who installs it gets that and not all
 * that is in them. Each file stays where it is and is changed in its imports alone; what is shared
 * stands in a folder once, with the licences of the packages.
 */
export async function bundlePackages({ built, files, installed }: PackageOptions): Promise<void> {
  const dist = resolve(built);
  const common = bundling(installed);
  const { metafile } = await build({
    ...common,
    entryPoints: files.filter((file) => NAMES_PACKAGE.test(readFileSync(file, 'utf8'))),
    outdir: dist,
    outbase: dist,
    allowOverwrite: true,
    chunkNames: `${BUNDLES}/[name]-[hash]`,
    metafile: true,
    plugins: [...(common.plugins ?? []), ownFilesStay(dist)],
  });
  writeFileSync(join(dist, BUNDLES, LICENCES_FILE), licencesOf(Object.keys(metafile.inputs)));
}

/** One file of ours asks for another as before. */
function ownFilesStay(dist: string): Plugin {
  return {
    name: 'own files stay',
    setup: (builder) => {
      builder.onResolve({ filter: /^\./ }, ({ importer, path }) =>
        relative(dist, importer).startsWith('..') ? undefined : { path, external: true },
      );
    },
  };
}
