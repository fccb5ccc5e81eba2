import { colour, element, FAINT, INK, MARGIN, picture, text } from './elements.js';
import { linearScale, logScale, type Scale } from './scale.js';

const WIDTH = 780;
const HEIGHT = 380;
const LEFT = MARGIN.left;
const RIGHT = WIDTH - MARGIN.right;
const TOP = MARGIN.top;
const BOTTOM = HEIGHT - MARGIN.bottom;

export interface Axis {
  readonly label: string;
  /** In powers of ten; even steps where absent. */
  readonly log?: boolean;
}

export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly dashed?: boolean;
  /** That of another series, by its number. */
  readonly colour?: number;
}

export interface ChartOptions {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  /** Whether the points of a series are joined by lines; they are unless told otherwise. */
  readonly joined?: boolean;
}

/** Points by two numbers each, as lines or with a name each. */
export function chart({ title, x, y, series, joined = true }: ChartOptions): string {
  const points = series.flatMap((one) => one.points);
  const across = scaleOf(
    x,
    points.map(([value]) => value),
    [LEFT, RIGHT],
  );
  const up = scaleOf(
    y,
    points.map(([, value]) => value),
    [BOTTOM, TOP],
  );
  const marks = series.flatMap((one, i) => {
    const fill = colour(one.colour ?? i);
    const places = one.points.map(([a, b]) => [across.at(a), up.at(b)] as const);
    const dots = places.map(([cx, cy]) => element('circle', { cx, cy, r: 4, fill }));
    if (!joined) return [...dots, legend(i, one.name, fill)];
    const line = element('polyline', {
      points: places.map((place) => place.join(',')).join(' '),
      ...{ fill: 'none', stroke: fill, 'stroke-width': 2 },
      ...(one.dashed === true ? { 'stroke-dasharray': '5 4' } : {}),
    });
    return [line, ...dots, legend(i, one.name, fill)];
  });
  return picture({ width: WIDTH, height: HEIGHT, title }, [
    ...axisAcross(across, x.label),
    ...axisUp(up, y.label),
    ...marks,
  ]);
}

export interface BarsOptions {
  readonly title: string;
  readonly label: string;
  /** Each bar's parts, from below upwards. */
  readonly bars: readonly (readonly [name: string, parts: Readonly<Record<string, number>>])[];
}

/** Bars of several parts. */
export function stackedBars({ title, label, bars }: BarsOptions): string {
  const names = [...new Set(bars.flatMap(([, parts]) => Object.keys(parts)))];
  const totals = bars.map(([, parts]) => Object.values(parts).reduce((a, b) => a + b, 0));
  const up = linearScale({ from: 0, to: Math.max(...totals), pixels: [BOTTOM, TOP] });
  const room = (RIGHT - LEFT) / bars.length;
  const drawn = bars.flatMap(([name, parts], i) => {
    const x = LEFT + room * (i + 0.2);
    let below = 0;
    const blocks = names.map((part, number) => {
      const value = parts[part] ?? 0;
      below += value;
      const height = up.at(0) - up.at(value);
      return element('rect', {
        x,
        y: up.at(below),
        width: room * 0.6,
        height,
        fill: colour(number),
      });
    });
    return [...blocks, text([x + room * 0.3, BOTTOM + 18], name, { 'text-anchor': 'middle' })];
  });
  return picture({ width: WIDTH, height: HEIGHT, title }, [
    ...axisUp(up, label),
    ...drawn,
    ...names.map((name, i) => legend(i, name, colour(i))),
  ]);
}

function scaleOf(
  { log = false }: Axis,
  values: readonly number[],
  pixels: readonly [number, number],
): Scale {
  const [from, to] = [Math.min(...values), Math.max(...values)];
  return log
    ? logScale({ from, to, pixels })
    : linearScale({ from: Math.min(0, from), to, pixels });
}

function axisAcross({ at, ticks }: Scale, label: string): string[] {
  return [
    ...ticks.flatMap((tick) => [
      element('line', { x1: at(tick), x2: at(tick), y1: TOP, y2: BOTTOM, stroke: FAINT }),
      text([at(tick), BOTTOM + 18], inWords(tick), { 'text-anchor': 'middle' }),
    ]),
    text([(LEFT + RIGHT) / 2, BOTTOM + 38], label, { 'text-anchor': 'middle' }),
  ];
}

function axisUp({ at, ticks }: Scale, label: string): string[] {
  return [
    ...ticks.flatMap((tick) => [
      element('line', { x1: LEFT, x2: RIGHT, y1: at(tick), y2: at(tick), stroke: FAINT }),
      text([LEFT - 8, at(tick) + 4], inWords(tick), { 'text-anchor': 'end' }),
    ]),
    element('line', { x1: LEFT, x2: RIGHT, y1: BOTTOM, y2: BOTTOM, stroke: INK }),
    text([LEFT, TOP - 8], label),
  ];
}

function inWords(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 3 });
}

function legend(number: number, name: string, fill: string): string {
  const y = TOP + 10 + number * 20;
  const box = element('rect', { x: RIGHT + 16, y: y - 9, width: 12, height: 12, rx: 2, fill });
  return box + text([RIGHT + 34, y + 1], name);
}
