import type { Log } from '../../src/ports/log.js';

const say = (): void => undefined;
/** Shows nothing. */
export const SILENT: Log = { debug: say, info: say, warn: say, error: say };
