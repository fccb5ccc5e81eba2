import { listed } from '../listed.js';

/** What stands behind the number of an article that was put in later, in every language: `9 bis`. */
export const INSERTED: readonly string[] = listed(
  'bis ter quater quinquies sexies septies octies novies decies',
);
