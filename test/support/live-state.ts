import type { LiveState } from '../../src/server/metrics/live-state.js';

/** Of a server that has something to do. */
export const LIVE_STATE: LiveState = {
  working: 2,
  waiting: 3,
  refused: { full: 4, waited: 1, late: 0 },
  loopDelayMs: 30,
  documents: 5,
  paragraphs: 6,
  builtAtMs: 1_700_000_000_000,
};
