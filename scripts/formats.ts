// Writes docs/formats.md: `npm run formats`, whenever the fixtures, the loaders or the structure that
// is read have changed. A test fails until it has been done.
import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { formatsPage } from './format-table.js';

const PAGE = 'docs/formats.md';
const options = await resolveConfig(PAGE);
await writeFile(PAGE, await format(await formatsPage(), { ...options, filepath: PAGE }));
