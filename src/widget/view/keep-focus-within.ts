const FOCUSABLE = 'a[href],button,textarea,[tabindex="0"]';

/** On Tab at either end of `scope`, goes on at the other end. */
export function keepFocusWithin(scope: HTMLElement, event: KeyboardEvent): void {
  const root = scope.getRootNode() as ShadowRoot;
  const stops = [...scope.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) => element.getClientRects().length > 0,
  );
  const first = stops[0];
  const last = stops.at(-1);
  const from = root.activeElement;
  const isAtEnd = event.shiftKey ? from === first || from === scope : from === last;
  const isInside = from !== null && scope.contains(from);
  if (isInside && !isAtEnd) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
