import { drawn } from '../view/icon.js';

const THUMB =
  'M7 11v9H4v-9zM7 11l4-7c1.7 0 2.5 1.2 2 3l-.8 3H18c1.3 0 2 1 1.7 2.2l-1.5 6c-.3 1.1-1 1.8-2.2 1.8H7';

const PATHS = {
  link: 'M10 14l4-4M8 12l-2 2a2.8 2.8 0 0 0 4 4l2-2M16 12l2-2a2.8 2.8 0 0 0-4-4l-2 2',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  done: 'M5 12.5l4.5 4.5L19 7.5',
  helpful: THUMB,
  // Turned over by the stylesheet.
  unhelpful: THUMB,
} as const;

/** Drawings that are not needed at first sight. */
export function lateIcon(name: keyof typeof PATHS): SVGSVGElement {
  return drawn(name, PATHS[name]);
}
