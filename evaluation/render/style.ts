import { html, type Html } from '../../src/server/pages/markup.js';

/** The report's style sheet, light and dark; nothing is fetched from elsewhere. */
export const STYLE: Html = html`<style>
:root {
  color-scheme: light dark;
  --ground: #fff;
  --raised: #f5f6f8;
  --line: #d9dde3;
  --words: #1b1f24;
  --quiet: #59636e;
  --series-1: #2563c9;
  --series-2: #c2570c;
  --series-3: #5b7a12;
  --right: #1a7f37;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171b;
    --raised: #1d2127;
    --line: #363d46;
    --words: #e8eaed;
    --quiet: #a3adb8;
    --series-1: #79a8f5;
    --series-2: #f0a35e;
    --series-3: #a9c957;
    --right: #57c776;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  padding: 1.5rem 1rem 4rem;
  max-width: 70rem;
  background: var(--ground);
  color: var(--words);
  font: 1rem/1.5 system-ui, sans-serif;
}
h1 { margin: 0; font-size: 1.6rem; }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.2rem; }
p { max-width: 65ch; }
.quiet { color: var(--quiet); }
.tiles {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr));
  gap: .75rem;
  margin: 1.5rem 0;
  padding: 0;
}
.tiles div { padding: .7rem .9rem; border-radius: .5rem; background: var(--raised); }
.tiles dt { color: var(--quiet); font-size: .85rem; }
.tiles dd { margin: 0; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
.tiles dd.range { font-size: .8rem; color: var(--quiet); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
th, td {
  padding: .3rem .6rem;
  border-bottom: 1px solid var(--line);
  text-align: right;
  white-space: nowrap;
}
th { font-weight: 600; }
tr > :first-child, td.words, th.words { text-align: left; }
td.words { white-space: normal; }
tr.whole { font-weight: 600; }
figure { margin: 1rem 0; max-width: 46rem; }
.chart { display: block; width: 100%; min-width: 30rem; height: auto; }
.chart text { fill: var(--words); font: 13px system-ui, sans-serif; }
.chart .tick, .chart .axis { fill: var(--quiet); }
.grid { stroke: var(--line); }
.series-1 { --series: var(--series-1); }
.series-2 { --series: var(--series-2); }
.series-3 { --series: var(--series-3); }
.chart path { fill: none; stroke: var(--series); stroke-width: 2.5; stroke-linejoin: round; }
.chart circle, .chart rect { fill: var(--series); }
.chart .track { fill: var(--raised); }
.chart .mark circle { fill: var(--ground); stroke: var(--words); stroke-width: 2.5; }
.legend {
  display: flex;
  flex-wrap: wrap;
  gap: .25rem 1.25rem;
  margin: .25rem 0;
  padding: 0;
  list-style: none;
  font-size: .9rem;
}
.legend li::before {
  content: "";
  display: inline-block;
  width: .8em;
  height: .8em;
  margin-right: .4em;
  border-radius: 2px;
  background: var(--series);
}
details { border-bottom: 1px solid var(--line); padding: .5rem 0; }
summary { cursor: pointer; }
details dl {
  display: grid;
  grid-template-columns: 6rem 1fr;
  gap: .25rem .75rem;
  margin: .5rem 0 .5rem 1rem;
  font-size: .9rem;
}
details dt { color: var(--quiet); }
details dd { margin: 0; overflow-wrap: anywhere; }
.right { color: var(--right); font-weight: 600; }
</style>`;
