interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

export interface Places {
  readonly card: Box;
  readonly anchor: Box;
  readonly panel: Box;
  readonly direction: 'ltr' | 'rtl';
}

/** Between the card and the number, and between the card and the panel's edge, in pixels. */
const GAP = 6;
const EDGE = 8;
/** The card's own text begins about where the number does. */
const INDENT = 16;

/**
 * Where a card stands in its panel, in pixels from the panel's top left: below the number where
 * there is room, above it where there is more, never over the panel's edge.
 */
export function placeBeside({ card, anchor, panel, direction }: Places): {
  readonly left: number;
  readonly top: number;
} {
  const below = anchor.bottom - panel.top + GAP;
  const above = anchor.top - panel.top - GAP - card.height;
  const fitsBelow = below + card.height <= panel.height - EDGE;
  const begins =
    direction === 'ltr'
      ? anchor.left - panel.left - INDENT
      : anchor.right - panel.left + INDENT - card.width;
  return {
    left: Math.round(within(begins, EDGE, panel.width - EDGE - card.width)),
    top: Math.round(
      within(fitsBelow || above < EDGE ? below : above, EDGE, panel.height - EDGE - card.height),
    ),
  };
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
