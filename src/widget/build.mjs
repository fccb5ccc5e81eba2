/**
 * Bundles the widget into one classic script: `node src/widget/build.mjs [FILE]`,
 * `dist/widget/widget.js` unless named. Its sources are bundled as they stand; `tsc -p src/widget`
 * checks them and writes the element's types beside it.
 */
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

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

await build({
  entryPoints: [here('widget.ts')],
  outfile: process.argv[2] ?? here('../../dist/widget/widget.js'),
  bundle: true,
  format: 'iife',
  minify: true,
  target: TARGET,
  legalComments: 'none',
  plugins: [cssAsText],
});
