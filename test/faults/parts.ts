import type { FaultPart } from './fault-part.js';
import { fileSystem } from './file-system.js';
import { kills } from './kills.js';
import { matchingMutations, mutations } from './mutations.js';

/** In the order in which they are tried. */
export const PARTS: readonly FaultPart[] = [kills, mutations, matchingMutations, fileSystem];
