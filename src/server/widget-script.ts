import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The widget as it is sent, with the addresses and the hash that name exactly these bytes. */
export interface WidgetScript {
  readonly source: Buffer;
  /** The module that the script loads when it is needed; its hash stands in the script. */
  readonly more: Buffer;
  /** `/widget/{version}/widget.js`: never other bytes than these. */
  readonly versionedPath: string;
  /** For the attribute `integrity`: `sha384-…`. */
  readonly integrity: string;
}

/** Always the present widget. */
export const MOVING_PATH = '/widget.js';
/** Beside the script, wherever that is. */
export const MORE_FILE = 'widget-more.js';
/** 64 bits of the hash: more than enough to tell the builds of one program apart. */
const VERSION_DIGITS = 16;

export function widgetScript(source: Buffer, more: Buffer): WidgetScript {
  const hash = createHash('sha384').update(source).digest();
  return {
    source,
    more,
    versionedPath: `/widget/${hash.toString('hex').slice(0, VERSION_DIGITS)}/widget.js`,
    integrity: `sha384-${hash.toString('base64')}`,
  };
}

/** The widget that was built into `path`; `undefined` where it was not built. */
export function readWidgetScript(path: string): WidgetScript | undefined {
  try {
    return widgetScript(readFileSync(path), readFileSync(join(dirname(path), MORE_FILE)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
