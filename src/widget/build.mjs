/**
 * Bundles the widget into one classic script: `node src/widget/build.mjs [FILE]`,
 * `dist/widget/widget.js` unless named, and with `--watch` again whenever a source changes. Beside
 * it stands `widget-more.js`, a module of what is not needed at first sight, whose hash the script
 * knows. The sources are bundled as they stand; `tsc -b src/widget` checks them and writes the
 * element's types.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, context, transform } from 'esbuild';

const TARGET = 'es2022';
/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Stylesheets become strings, for constructable stylesheets.
 * @type {import('esbuild').Plugin}
 */
const cssAsText = {
  name: 'css-as-text',
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        loader: 'css',
        minify: true,
      });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

const args = process.argv.slice(2);
const [outfile = here('../../dist/widget/widget.js')] = args.filter((arg) => arg !== '--watch');
const more = join(dirname(outfile), 'widget-more.js');
/** @satisfies {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: true,
  target: TARGET,
  legalComments: 'none',
  plugins: [cssAsText],
};
/** @type {import('esbuild').BuildOptions} */
const moreOptions = {
  ...common,
  entryPoints: [here('more/more.ts')],
  outfile: more,
  format: 'esm',
};

/**
 * @param {string} integrity of the module; empty where it changes while somebody looks
 * @returns {import('esbuild').BuildOptions}
 */
function widgetOptions(integrity) {
  return {
    ...common,
    entryPoints: [here('widget.ts')],
    outfile,
    format: 'iife',
    define: { MORE_INTEGRITY: JSON.stringify(integrity) },
  };
}

if (args.includes('--watch')) {
  for (const options of [moreOptions, widgetOptions('')]) await (await context(options)).watch();
} else {
  await build(moreOptions);
  const hash = createHash('sha384').update(await readFile(more));
  await build(widgetOptions(`sha384-${hash.digest('base64')}`));
}
