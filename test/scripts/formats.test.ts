import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { formatsPage } from '../../scripts/format-table.js';

const PAGE = fileURLToPath(new URL('../../docs/formats.md', import.meta.url));
/** Prettier aligns the columns of a table. */
const cells = (page: string): string[] =>
  page.split('\n').map((line) => line.replace(/[ -]+/gu, ' ').trim());

test('docs/formats.md is what comes of the fixtures: else `npm run formats`', async () => {
  expect(cells(await readFile(PAGE, 'utf8'))).toEqual(cells(await formatsPage()));
});
