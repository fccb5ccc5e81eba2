import { mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { requireProject } from './test-project.js';

requireProject('process');

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = join(PROJECT, 'src/');
/** Within the project, where packages are found. */
const PROGRAMS = join(PROJECT, 'node_modules/.cache/test-programs');

/** Where the compiler has put a source. */
function compiled(source: string): string {
  return join(PROJECT, 'dist', source.slice(SOURCES.length)).replace(/\.ts$/u, '.js');
}

/**
 * A module as it was built: where one of the sources starts processes, each of these would compile
 * the sources for itself.
 * @param source its path within `src/`
 */
export async function builtModule<Module>(source: string): Promise<Module> {
  return (await import(pathToFileURL(compiled(join(SOURCES, source))).href)) as Module;
}

/**
 * A program of the tests made ready to be started by Node, with what was built in the place of the
 * sources: to start one by tsx costs more than what most of them do.
 * @returns its path
 */
export async function builtProgram(file: string): Promise<string> {
  await mkdir(PROGRAMS, { recursive: true });
  const outfile = join(PROGRAMS, `${basename(file, '.ts')}-${process.pid}.mjs`);
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    sourcemap: 'inline',
    plugins: [asBuilt()],
  });
  return outfile;
}

function asBuilt(): Plugin {
  return {
    name: 'as built',
    setup: (builder) => {
      builder.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
        const source = join(resolveDir, path);
        return source.startsWith(SOURCES) ? { path: compiled(source), external: true } : undefined;
      });
      // What a file finds beside itself it finds wherever it is bundled.
      builder.onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
        contents: (await readFile(path, 'utf8')).replaceAll(
          'import.meta.url',
          JSON.stringify(pathToFileURL(path).href),
        ),
        loader: 'ts',
      }));
    },
  };
}
