import type { PDFPageProxy } from 'pdfjs-dist';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';

/** Words of one font that stand beside each other, in points from the top left of the page. */
export interface Fragment {
  readonly x: number;
  readonly right: number;
  /** Of the line on which the letters stand. */
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly text: string;
  readonly rightToLeft: boolean;
}

export interface PageText {
  readonly width: number;
  readonly height: number;
  readonly fragments: readonly Fragment[];
}

/** Letters that lean more than a little are stamps and notes in the margin. */
const MAX_SLOPE = 0.05;

/** The text layer of a page. */
export async function readPage(page: PDFPageProxy): Promise<PageText> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const items = content.items.filter((item): item is TextItem => 'str' in item);
  const fragments = items.flatMap((item) => toFragment(item, transform));
  page.cleanup();
  return { width, height, fragments: withoutRepeats(fragments) };
}

function toFragment(item: TextItem, view: readonly number[]): readonly Fragment[] {
  if (item.str === '') return [];
  const [a, b, c, d, e, f] = multiply(view, item.transform as readonly number[]);
  const size = Math.hypot(c, d);
  if (size === 0 || Math.abs(b) > MAX_SLOPE * Math.abs(a) || a < 0) return [];
  return [
    {
      x: e,
      right: e + item.width,
      y: f,
      size,
      font: item.fontName,
      text: item.str,
      rightToLeft: item.dir === 'rtl',
    },
  ];
}

type Matrix = readonly [number, number, number, number, number, number];

function multiply(left: readonly number[], right: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = left;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = right;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

/** Some programs print letters twice, a hair apart, to make them bold. */
function withoutRepeats(fragments: readonly Fragment[]): readonly Fragment[] {
  const met = new Set<string>();
  return fragments.filter(({ text, x, y }) => {
    if (text.trim() === '') return true;
    const place = `${Math.round(x)}/${Math.round(y)}/${text}`;
    if (met.has(place)) return false;
    met.add(place);
    return true;
  });
}
