import { expect, test } from 'vitest';
import { isAtHand } from '../support/is-at-hand.js';
import type { FaultPart } from './fault-part.js';
import { fileSystem } from './file-system.js';
import { halfLoad } from './half-load.js';
import { kills } from './kills.js';
import { matchingMutations, mutations } from './mutations.js';
import { requests } from './requests.js';
import { severalServers } from './several-servers.js';

// A little of what `npm run faults` tries in full; what else it tries takes time.
test.each<readonly [FaultPart, number]>([
  [kills, 1],
  [mutations, 40],
  [matchingMutations, 40],
  [fileSystem, 25],
  [requests, 150],
  [halfLoad, 1],
  ...(isAtHand('nginx') ? ([[severalServers, 40]] as const) : []),
])('$name: nothing is lost', async (part, count) => {
  const { tried, lost } = await part.try({ count, seed: 7, tell: () => undefined });
  expect({ tried, lost }).toEqual({ tried: count, lost: [] });
});
