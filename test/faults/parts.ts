import type { FaultPart } from './fault-part.js';
import { fileSystem } from './file-system.js';
import { halfLoad } from './half-load.js';
import { kills } from './kills.js';
import { leaving } from './leaving.js';
import { matchingMutations, mutations } from './mutations.js';
import { overload } from './overload.js';
import { plantedOrders } from './planted-orders.js';
import { requests } from './requests.js';
import { severalServers } from './several-servers.js';
import { slowClients } from './slow-clients.js';
import { stalledReaders } from './stalled-readers.js';
import { swaps } from './swaps.js';

/** In the order in which they are tried. */
export const PARTS: readonly FaultPart[] = [
  kills,
  mutations,
  matchingMutations,
  fileSystem,
  swaps,
  requests,
  slowClients,
  overload,
  leaving,
  stalledReaders,
  plantedOrders,
  halfLoad,
  severalServers,
];
