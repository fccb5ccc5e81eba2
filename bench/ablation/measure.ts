/**
 * Asks all sets with the settings of one part left out (`BENCH_PART`, a number in `PARTS`), and
 * prints as JSON what became of each question. A process of its own, since settings are constants.
 */
import { register } from 'node:module';
import { PARTS } from './parts.js';

const { BENCH_PART = '0', BENCH_EXCERPTS } = process.env;
register('./settings-hook.ts', import.meta.url, { data: PARTS[Number(BENCH_PART)]?.overrides });
// What reads settings is loaded after that.
const { askSets } = await import('./ask-sets.js');
process.stdout.write(JSON.stringify(await askSets(BENCH_EXCERPTS)));
