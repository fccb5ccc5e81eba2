/** Attributes of an element; numbers are in pixels. */
export type Attributes = Readonly<Record<string, string | number>>;

export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(String(value))}"`,
  );
  return `<${name}${written.join('')}>${content}</${name}>`;
}

export function text(
  [x, y]: readonly [number, number],
  words: string,
  more: Attributes = {},
): string {
  return element('text', { x, y, fill: INK, ...more }, escaped(words));
}

/** A picture on a ground of its own, legible on light pages and dark ones. */
export function picture(
  {
    width,
    height,
    title,
  }: { readonly width: number; readonly height: number; readonly title: string },
  parts: readonly string[],
): string {
  const font = { 'font-family': 'system-ui, sans-serif', 'font-size': 12 };
  const content = [
    element('title', {}, escaped(title)),
    element('rect', { width, height, rx: 8, fill: '#ffffff' }),
    text([MARGIN.left, 24], title, { 'font-size': 15, 'font-weight': 600 }),
    ...parts,
  ];
  const svg = element(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height },
      ...{ role: 'img', 'aria-label': title, ...font },
    },
    `\n${content.join('\n')}\n`,
  );
  return `${svg}\n`;
}

export const MARGIN = { top: 48, right: 250, bottom: 48, left: 64 } as const;
export const INK = '#1f2937';
export const FAINT = '#d1d5db';
/** Told apart by people who see colours otherwise too (Okabe and Ito). */
export const COLOURS = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#e69f00',
  '#56b4e9',
  '#7f7f7f',
  '#000000',
] as const;

export function colour(number: number): string {
  return COLOURS[number % COLOURS.length] ?? INK;
}

function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
