// Assembles src/ranking/simd/products.wat: node --import tsx scripts/simd.ts
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openWabt from 'wabt';

const TEXT = fileURLToPath(new URL('../src/ranking/simd/products.wat', import.meta.url));
const MODULE = fileURLToPath(new URL('../src/ranking/simd/products-module.ts', import.meta.url));

/** The module as it stands in the source that is made of the text. */
export async function assemble(): Promise<string> {
  const wabt = await openWabt();
  const parsed = wabt.parseWat(TEXT, await readFile(TEXT, 'utf8'), { simd: true });
  const { buffer } = parsed.toBinary({});
  parsed.destroy();
  const lines =
    Buffer.from(buffer)
      .toString('base64')
      .match(/.{1,90}/gu) ?? [];
  return [
    '/** `products.wat` as WebAssembly in base64, made by `scripts/simd.ts`. */',
    'export const PRODUCTS_MODULE = [',
    ...lines.map((line) => `  '${line}',`),
    "].join('');",
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(MODULE, await assemble());
