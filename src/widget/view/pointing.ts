import type { Place, ViewContext } from './context.js';

/** Tells when the button that stands for a place is pointed at, by whatever device. */
export function tellPointing(button: HTMLElement, place: Place, { actions }: ViewContext): void {
  for (const name of ['pointerenter', 'focus']) {
    button.addEventListener(name, () => {
      actions.point(place, button);
    });
  }
}
