import type { Settings } from '../settings.js';

/**
 * The sizes of the attributes `width` and `height` as rules, which the page's own styles outdo: of
 * the element where it stands in the page, of the dialog where it is a launcher.
 */
export function sizeRules({ mode, width, height }: Settings): string {
  const property = mode === 'launcher' ? '--declaration-chat-' : '';
  const rules = Object.entries({ width, height }).map(([name, size]) =>
    size === undefined ? '' : `${property}${name}:${size};`,
  );
  return `:host{${rules.join('')}}`;
}
