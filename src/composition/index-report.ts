import type { RefreshOutcome } from '../ingestion/refresh-index.js';

/** What was wrong with the index that there was, a line each. */
export function indexReport({
  discarded,
  replaced,
}: Pick<RefreshOutcome, 'discarded' | 'replaced'>): readonly string[] {
  return [
    ...(replaced === undefined
      ? []
      : [`The index before took the place of the last one: ${replaced}.`]),
    ...(discarded === undefined ? [] : [`The former index was built anew: ${discarded}.`]),
  ];
}
