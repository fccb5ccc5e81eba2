import { html, type Html } from '../../src/server/pages/markup.js';

export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  /** Shown where the pointer rests, and read out. */
  readonly label: string;
}

export interface ChartSeries {
  readonly name: string;
  /** In the order of x. */
  readonly points: readonly ChartPoint[];
  /** A dot at every point, or a line alone. */
  readonly dots: boolean;
}

export interface ChartAxis {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

export interface LineChart {
  /** What the chart shows, in a sentence, for those who cannot see it. */
  readonly description: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly ChartSeries[];
  /** A point of its own, with words beside it. */
  readonly mark?: ChartPoint;
}

/** In units of the drawing; it is scaled to the page. */
const WIDTH = 640;
const HEIGHT = 320;
const LEFT = 56;
const RIGHT = 16;
const TOP = 16;
const BOTTOM = 48;
const TICK_GAP = 8;
const DOT_RADIUS = 4;
const MARK_RADIUS = 6;

type Scale = (value: number) => number;

/** A line chart as inline SVG; colours come from the page's style sheet. */
export function lineChart(chart: LineChart): Html {
  const x = scale(chart.x, LEFT, WIDTH - RIGHT);
  const y = scale(chart.y, HEIGHT - BOTTOM, TOP);
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${chart.description}">
${axes(chart, x, y)}
${chart.series.map((series, i) => drawSeries(series, i + 1, { x, y }))}
${chart.mark && drawMark(chart.mark, x, y)}
</svg>
${chart.series.length > 1 ? legend(chart.series.map(({ name }) => name)) : undefined}`;
}

/** Names of the series beside their colours, in their order. */
export function legend(names: readonly string[]): Html {
  return html`<ul class="legend">${names.map((name, i) => html`<li class="series-${i + 1}">${name}</li>`)}</ul>`;
}

function scale({ from, to }: ChartAxis, start: number, end: number): Scale {
  return (value) =>
    Number((start + ((value - from) / (to - from || 1)) * (end - start)).toFixed(1));
}

function axes({ x: across, y: up }: LineChart, x: Scale, y: Scale): Html {
  const lines = up.ticks.map((tick) => {
    const at = y(tick);
    const line = html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}"/>`;
    return html`${line}<text class="tick" x="${LEFT - TICK_GAP}" y="${at}"
 text-anchor="end" dominant-baseline="middle">${tick}</text>`;
  });
  const below = HEIGHT - BOTTOM + TICK_GAP;
  const ticks = across.ticks.map(
    (tick) =>
      html`<text class="tick" x="${x(tick)}" y="${below}"
 text-anchor="middle" dominant-baseline="hanging">${tick}</text>`,
  );
  const middle = (TOP + HEIGHT - BOTTOM) / 2;
  const acrossLabel = html`<text class="axis" x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - TICK_GAP}"
 text-anchor="middle">${across.label}</text>`;
  const upLabel = html`<text class="axis" transform="translate(14 ${middle}) rotate(-90)"
 text-anchor="middle">${up.label}</text>`;
  return html`${lines}${ticks}${acrossLabel}${upLabel}`;
}

function drawSeries(
  { name, points, dots }: ChartSeries,
  number: number,
  { x, y }: { readonly x: Scale; readonly y: Scale },
): Html {
  const path = points
    .map((point, i) => `${i === 0 ? 'M' : 'L'}${x(point.x)} ${y(point.y)}`)
    .join('');
  const circles = dots
    ? points.map(
        (point) =>
          html`<circle cx="${x(point.x)}" cy="${y(point.y)}"
 r="${DOT_RADIUS}"><title>${name}: ${point.label}</title></circle>`,
      )
    : [];
  return html`<g class="series-${number}"><path d="${path}"/>${circles}</g>`;
}

function drawMark({ x: across, y: up, label }: ChartPoint, x: Scale, y: Scale): Html {
  const title = html`<title>${label}</title>`;
  const circle = html`<circle cx="${x(across)}" cy="${y(up)}" r="${MARK_RADIUS}">${title}</circle>`;
  const words = html`<text x="${x(across) - 2 * MARK_RADIUS}" y="${y(up) - 2 * MARK_RADIUS}"
 text-anchor="end">${label}</text>`;
  return html`<g class="mark">${circle}${words}</g>`;
}
