import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { bundling, LICENCES_FILE, licencesOf } from './bundling.js';

/** Files that a process is started with, in the folder of the sources and in that of the build. */
export const PROGRAMS = [
  'bin/declaration-chat',
  'adapters/model-host/host-main',
  'adapters/loaders/isolated/loader-main',
] as const;
/** Where they are put, within the folder of the build. */
export const PROGRAMS_FOLDER = 'programs';
/** Of what the present ones were made. */
const MADE_OF = '.made-of';

export interface ProgramOptions {
  /** Folder of the sources. */
  readonly sources: string;
  /** Folder of the build, where the compiler has put each source. */
  readonly built: string;
  /** Packages that are left as they are. */
  readonly installed: readonly string[];
  /** Tells sources, packages and this bundling from others of them. */
  readonly version: string;
}

/**
 * Makes each program a few files with all that it uses, packages too: to find and load a thousand
 * takes most of a second at every start. The compiled file of a program then only loads these.
 * Where they are made of the same already, nothing is done.
 */
export async function bundlePrograms(options: ProgramOptions): Promise<void> {
  const folder = resolve(options.built, PROGRAMS_FOLDER);
  if (textOf(join(folder, MADE_OF)) !== options.version) await bundle(options, folder);
  for (const program of PROGRAMS) loadBundle(options.built, program);
}

async function bundle(
  { sources, installed, version }: ProgramOptions,
  folder: string,
): Promise<void> {
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const common = bundling(installed);
  const { metafile } = await build({
    ...common,
    entryPoints: PROGRAMS.map((program) => join(sources, `${program}.ts`)),
    entryNames: '[name]',
    outdir: fresh,
    metafile: true,
    sourcemap: 'linked',
    sourcesContent: false,
    plugins: [...(common.plugins ?? []), standsWhereItWas(resolve(sources))],
  });
  writeFileSync(join(fresh, LICENCES_FILE), licencesOf(Object.keys(metafile.inputs)));
  replaceFiles(folder, fresh);
  writeFileSync(join(folder, MADE_OF), version);
}

/** SHA-256 of the contents, in hexadecimal. */
export function versionOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function loadBundle(built: string, program: string): void {
  const up = '../'.repeat(program.split('/').length - 1);
  const start = program.startsWith('bin/') ? '#!/usr/bin/env node\n' : '';
  const lines = `${start}import '${up}${PROGRAMS_FOLDER}/${basename(program)}.js';\n`;
  const file = join(built, `${program}.js`);
  if (textOf(file) !== lines) writeFileSync(file, lines);
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Programs that are started meanwhile find all files of the one or the other. */
function replaceFiles(folder: string, fresh: string): void {
  mkdirSync(folder, { recursive: true });
  const isProgram = (name: string): boolean =>
    PROGRAMS.some((program) => name === `${basename(program)}.js`);
  const names = readdirSync(fresh).sort((a, b) => Number(isProgram(a)) - Number(isProgram(b)));
  for (const name of names) renameSync(join(fresh, name), join(folder, name));
  for (const name of readdirSync(folder)) {
    if (!names.includes(name)) rmSync(join(folder, name));
  }
  rmSync(fresh, { recursive: true });
}

/** What a source finds beside itself it finds beside its compiled file, wherever it is bundled. */
function standsWhereItWas(sources: string): Plugin {
  return {
    name: 'stands where it was',
    setup: (builder) => {
      builder.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const within = relative(sources, path);
        const source = readFileSync(path, 'utf8');
        if (within.startsWith('..') || !source.includes('import.meta.url')) return undefined;
        const compiled = JSON.stringify(`../${within.replace(/\.ts$/u, '.js')}`);
        const contents = source.replaceAll(
          'import.meta.url',
          `new URL(${compiled}, import.meta.url).href`,
        );
        return { contents, loader: 'ts' };
      });
    },
  };
}
