import { html, type Html } from '../../src/server/pages/markup.js';
import { legend } from './line-chart.js';

export interface BarGroup {
  readonly label: string;
  /** 0 to 1, one for each series; absent where the series says nothing of the group. */
  readonly values: readonly (number | undefined)[];
}

export interface BarChart {
  /** What the chart shows, in a sentence, for those who cannot see it. */
  readonly description: string;
  readonly series: readonly string[];
  readonly groups: readonly BarGroup[];
}

/** In units of the drawing; it is scaled to the page. */
const WIDTH = 640;
const LEFT = 150;
const RIGHT = 52;
const BAR = 14;
const BAR_GAP = 2;
const GROUP_GAP = 14;
const LABEL_GAP = 8;
const DIGITS = 2;

/** Horizontal bars in groups, as inline SVG; colours come from the page's style sheet. */
export function barChart({ description, series, groups }: BarChart): Html {
  let top = GROUP_GAP / 2;
  const drawn: Html[] = [];
  for (const group of groups) {
    const bars = group.values.flatMap((value, i) =>
      value === undefined ? [] : [{ value, number: i + 1, name: series[i] ?? '' }],
    );
    const height = bars.length * (BAR + BAR_GAP) - BAR_GAP;
    drawn.push(
      html`<text class="tick" x="${LEFT - LABEL_GAP}" y="${top + height / 2}"
 text-anchor="end" dominant-baseline="central">${group.label}</text>`,
    );
    bars.forEach((bar, i) => drawn.push(drawBar(bar, group.label, top + i * (BAR + BAR_GAP))));
    top += height + GROUP_GAP;
  }
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${top}" role="img" aria-label="${description}">${drawn}</svg>
${legend(series)}`;
}

function drawBar(
  {
    value,
    number,
    name,
  }: { readonly value: number; readonly number: number; readonly name: string },
  group: string,
  top: number,
): Html {
  const room = WIDTH - LEFT - RIGHT;
  const width = (value * room).toFixed(1);
  const shown = value.toFixed(DIGITS);
  const track = html`<rect class="track" x="${LEFT}" y="${top}" width="${room}" height="${BAR}" rx="2"/>`;
  const title = html`<title>${group}, ${name}: ${shown}</title>`;
  const bar = html`<rect x="${LEFT}" y="${top}" width="${width}" height="${BAR}" rx="2">${title}</rect>`;
  const words = html`<text class="value" x="${LEFT + room + LABEL_GAP}" y="${top + BAR / 2}"
 dominant-baseline="central">${shown}</text>`;
  return html`<g class="series-${number}">${track}${bar}${words}</g>`;
}
