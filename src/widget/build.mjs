/**
 * Bundles the widget into one classic script: `node src/widget/build.mjs [FILE]`,
 * `dist/widget/widget.js` unless named, and with `--watch` again whenever a source changes. Its
 * sources are bundled as they stand; `tsc -b src/widget` checks them and writes
 * the element's types beside it.
 */
import { readFile } from 'node:fs/promises';
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
/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: [here('widget.ts')],
  outfile,
  bundle: true,
  format: 'iife',
  minify: true,
  target: TARGET,
  legalComments: 'none',
  plugins: [cssAsText],
};
if (args.includes('--watch')) await (await context(options)).watch();
else await build(options);
