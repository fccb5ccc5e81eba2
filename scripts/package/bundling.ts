import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildOptions, Plugin } from 'esbuild';

/** Built for other places than Node; the engine asks for them when it is loaded, and never again. */
const NOT_NEEDED = /^(?:onnxruntime-web|sharp)$/;
/** Packages of the older kind ask for Node's modules by `require`. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module';" +
  'const require = __createRequire(import.meta.url);';
/** Beside bundles, in their folder. */
export const LICENCES_FILE = 'LICENSES.txt';

/**
 * How files are bundled for Node.
 * @param installed packages that are installed beside the bundles, and are left as they are
 */
export function bundling(installed: readonly string[]): BuildOptions {
  return {
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Of Unicode as this Node knows it: a constructor in the place of a literal compiles at each call.
    supported: { 'regexp-unicode-property-escapes': true },
    legalComments: 'none',
    external: installed.flatMap((name) => [name, `${name}/*`]),
    banner: { js: REQUIRE },
    metafile: true,
    logLevel: 'warning',
    logOverride: { 'direct-eval': 'silent' },
    plugins: [notNeeded(), openAiAtHand(), tablesAsJson()],
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

/** A megabyte of numbers is read as JSON in a third of the time that it takes as a program. */
function tablesAsJson(): Plugin {
  return {
    name: 'tables as JSON',
    setup: (builder) => {
      builder.onLoad({ filter: /\/eld\/src\/ngrams\/\w+\.js$/ }, async ({ path }) => {
        const { ngramsData } = (await import(pathToFileURL(path).href)) as {
          readonly ngramsData: unknown;
        };
        const json = JSON.stringify(JSON.stringify(ngramsData));
        return { contents: `export const ngramsData = JSON.parse(${json});`, loader: 'js' };
      });
    },
  };
}

/** The licences of the packages that files are taken from. */
export function licencesOf(inputs: readonly string[]): string {
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
