import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';

/** Part of an import that names a package: `'express'`, and not `'./x.js'` or `'node:fs'`. */
const NAMES_PACKAGE = /(?:from|import)\s*\(?\s*'(?!\.|node:)[^']+'/u;
/** Built for other places than Node; the engine asks for them when it is loaded, and never again. */
const NOT_NEEDED = /^(?:onnxruntime-web|sharp)$/;
/**
 * Goes into a file of its own, and is not divided by who uses what of it: its files ask for each
 * other in circles, and parts of them would be run in another order.
 */
const WHOLE = '@xenova/transformers';
/** Packages of the older kind ask for Node's modules by `require`. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module';" +
  'const require = __createRequire(import.meta.url);';
/** Where what files share is put, within the folder of the build. */
export const BUNDLES = 'bundled';

/**
 * Puts what a build uses of packages into it, so that who installs it gets that and not all that is
 * in them. Each file stays where it is and is changed in its imports alone; what is shared stands
 * in {@link BUNDLES} once, with the licences of the packages.
 * @param folder of the build
 * @param installed packages that are installed beside it, and are left as they are
 */
export async function bundlePackages(folder: string, installed: readonly string[]): Promise<void> {
  const dist = resolve(folder);
  const entryPoints = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js') && !/^(?:widget|server\/public|bundled)\//u.test(file))
    .map((file) => join(dist, file))
    .filter((file) => NAMES_PACKAGE.test(readFileSync(file, 'utf8')));
  const common: BuildOptions = {
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    legalComments: 'none',
    external: installed.flatMap((name) => [name, `${name}/*`]),
    banner: { js: REQUIRE },
    logLevel: 'warning',
    logOverride: { 'direct-eval': 'silent' },
  };
  const whole = await build({
    ...common,
    entryPoints: { [basename(WHOLE)]: WHOLE },
    outdir: join(dist, BUNDLES),
    metafile: true,
    plugins: [notNeeded()],
  });
  const parts = await build({
    ...common,
    entryPoints,
    outdir: dist,
    outbase: dist,
    allowOverwrite: true,
    splitting: true,
    chunkNames: `${BUNDLES}/[name]-[hash]`,
    metafile: true,
    plugins: [ownFilesStay(dist), wholeIsThere(dist), openAiAtHand()],
  });
  const inputs = [whole, parts].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync(join(dist, BUNDLES, 'LICENSES.txt'), licencesOf(inputs));
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

function wholeIsThere(dist: string): Plugin {
  const file = join(dist, BUNDLES, `${basename(WHOLE)}.js`);
  return {
    name: 'whole is there',
    setup: (builder) => {
      builder.onResolve({ filter: new RegExp(`^${WHOLE}$`) }, ({ importer }) => ({
        path: relative(dirname(importer), file),
        external: true,
      }));
    },
  };
}

function notNeeded(): Plugin {
  return {
    name: 'not needed',
    setup: (builder) => {
      builder.onResolve({ filter: NOT_NEEDED }, ({ path }) => ({ path, namespace: 'not-needed' }));
      builder.onLoad({ filter: /.*/, namespace: 'not-needed' }, () => ({
        contents: 'export default {};',
      }));
    },
  };
}

/** LangChain asks for the packages of providers by a name that it computes: this one is here. */
function openAiAtHand(): Plugin {
  const before = 'await import(config.package)';
  const after = `(config.package === '@langchain/openai' ? await import('@langchain/openai') : ${before})`;
  return {
    name: 'openai at hand',
    setup: (builder) => {
      builder.onLoad({ filter: /langchain\/dist\/chat_models\/universal\.js$/ }, ({ path }) => {
        const source = readFileSync(path, 'utf8');
        if (source.split(before).length !== 2) {
          throw new Error(`${path} does not ask for providers as it did: look at it again.`);
        }
        return { contents: source.replace(before, after), loader: 'js' };
      });
    },
  };
}

function licencesOf(inputs: readonly string[]): string {
  const folders = new Set(
    inputs.flatMap((file) => {
      const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(file)?.[0];
      return folder === undefined ? [] : [folder];
    }),
  );
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    ) as { readonly name: string; readonly version: string; readonly license?: string };
    const file = readdirSync(folder).find(
      (entry) =>
        /^(?:licen[cs]e|copying)/iu.test(basename(entry)) && statSync(join(folder, entry)).isFile(),
    );
    const words = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
    return `${name} ${version} (${license ?? 'see below'})\n\n${words}`;
  });
  return `${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}
