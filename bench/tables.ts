// The tables of the README, from what was measured: node --import tsx bench/tables.ts
import type { Timing } from './alternate.js';
import type { Quality } from './quality.js';
import { readResults } from './save-results.js';
import { readSizes } from './size/sizes.js';

interface PeerResults {
  readonly quality: Readonly<Record<string, Quality>>;
  readonly retrieval: Readonly<Record<string, Timing>>;
}

const peers = (await readResults('peers')) as PeerResults | undefined;
if (peers !== undefined) {
  print(
    ['engine', 'right first', 'recall of 5', 'characters of 5', 'ms, fastest', 'ms, p99'],
    Object.entries(peers.retrieval).map(([name, { fastestMs, p99Ms }]) => {
      const { hitAt1, recallAt5, charactersOf5 } = peers.quality[name] ?? {};
      return [name, hitAt1, recallAt5, charactersOf5, fastestMs, p99Ms];
    }),
  );
}
print(
  [
    ...['passages', 'engine', 'ms, fastest p50', 'p99', 'processor ms', 'recall@10', 'right first'],
    ...['KB a passage', 'start s'],
  ],
  (await readSizes()).flatMap(({ built, rows }) =>
    Object.entries(rows).map(([name, row]) => [
      ...[built.paragraphs.toLocaleString('en'), name, row.fastestP50Ms, row.fastestP99Ms],
      ...[row.cpuMs, row.recallAt10, row.hitAt1, row.anonymousKbEach, row.startSeconds],
    ]),
  ),
);

function print(
  head: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
): void {
  const line = (cells: readonly (string | number | undefined)[]): string =>
    `| ${cells.map((cell) => cell ?? '').join(' | ')} |`;
  console.log([line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n'));
}
