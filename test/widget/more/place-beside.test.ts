import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBeside } from '../../../src/widget/more/place-beside.js';

type Box = Parameters<typeof placeBeside>[0]['card'];
const box = (...[left, top, width, height]: readonly [number, number, number, number]): Box => ({
  left,
  top,
  width,
  height,
  right: left + width,
  bottom: top + height,
});
const PANEL = box(100, 50, 400, 600);
const CARD = box(0, 0, 300, 200);

test('below the number where there is room, else above, else where it fits', () => {
  expect(
    placeBeside({ card: CARD, anchor: box(150, 100, 24, 24), panel: PANEL, direction: 'ltr' }),
  ).toEqual({
    left: 34,
    top: 80,
  });
  expect(
    placeBeside({ card: CARD, anchor: box(150, 600, 24, 24), panel: PANEL, direction: 'ltr' }),
  ).toEqual({
    left: 34,
    top: 344,
  });
  expect(
    placeBeside({
      card: box(0, 0, 300, 500),
      anchor: box(480, 300, 24, 24),
      panel: PANEL,
      direction: 'ltr',
    }),
  ).toEqual({ left: 92, top: 92 });
});

test('from right to left it ends where the number does', () => {
  expect(
    placeBeside({ card: CARD, anchor: box(420, 100, 24, 24), panel: PANEL, direction: 'rtl' }),
  ).toEqual({ left: 60, top: 80 });
});

test('never over the panel’s edge, wherever the number has gone', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -2_000, max: 2_000 }),
      fc.integer({ min: -2_000, max: 2_000 }),
      fc.constantFrom('ltr', 'rtl'),
      (left, top, direction) => {
        const anchor = box(left, top, 24, 24);
        const place = placeBeside({ card: CARD, anchor, panel: PANEL, direction });
        expect(place.left).toBeGreaterThanOrEqual(8);
        expect(place.left + CARD.width).toBeLessThanOrEqual(PANEL.width - 8);
        expect(place.top).toBeGreaterThanOrEqual(8);
        expect(place.top + CARD.height).toBeLessThanOrEqual(PANEL.height - 8);
      },
    ),
  );
});
