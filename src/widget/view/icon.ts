/** Strokes on a square of 24; drawn here, so that no picture is asked for. */
const PATHS = {
  ask: 'M12 19V5M5 12l7-7 7 7',
  stop: 'M7 7h10v10H7z',
  close: 'M6 6l12 12M18 6L6 18',
  clear: 'M12 20h9M16.5 3.5a2.1 2.1 0 0 1 3 3L7 19l-4 1 1-4z',
  menu: 'M5 12h.01M12 12h.01M19 12h.01',
  down: 'M12 5v14M5 12l7 7 7-7',
  onward: 'M9 6l6 6-6 6',
  launcher: 'M4 5h16v11H11l-5 4v-4H4zM8.5 9h7M8.5 12h4.5',
} as const;

const SVG = 'http://www.w3.org/2000/svg';

export function icon(name: keyof typeof PATHS): SVGSVGElement {
  return drawn(name, PATHS[name]);
}

/** @param strokes on the same square */
export function drawn(name: string, strokes: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon icon-${name}`);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', strokes);
  svg.append(path);
  return svg;
}
