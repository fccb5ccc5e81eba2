import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../test/support/chromium.js';
import { describeMachine } from './machine.js';
import { median, quantile, rounded } from './quantiles.js';

/**
 * `node --import tsx bench/widget.ts`, after a build: what the widget weighs, and how soon its
 * launcher is seen.
 */
const built = (file: string): Buffer =>
  readFileSync(new URL(`../dist/widget/${file}`, import.meta.url));
const SCRIPT = built('widget.js');
const sizes = (file: Buffer): Readonly<Record<string, number>> => ({
  bytes: file.length,
  gzipped: gzipSync(file, { level: 9 }).length,
  brotli: brotliCompressSync(file).length,
});
const RUNS = 30;
const PAINT_AFTER_ARRIVAL = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const painted = list.getEntriesByName('first-contentful-paint')[0];
    const arrived = performance.getEntriesByName(new URL('/widget.js', location.href).href)[0];
    if (painted && arrived) resolve(painted.startTime - arrived.responseEnd);
  }).observe({ type: 'paint', buffered: true });
})`;

const machine = describeMachine();
console.log(
  `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}, ${machine.system}`,
);
console.table({
  'widget.js': sizes(SCRIPT),
  'widget-more.js': sizes(built('widget-more.js')),
});

const executablePath = findChromium();
if (executablePath === undefined) {
  console.warn(
    'No Chromium here: the first paint was not measured. Install one, or set CHROMIUM_PATH.',
  );
} else {
  await benchFirstPaint(
    await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] }),
  );
}

/**
 * The page is empty but for the launcher, so that the first paint of any content is the launcher's.
 */
async function benchFirstPaint(browser: Browser): Promise<void> {
  const server = createServer((req, res) => {
    if (req.url === '/widget.js') res.setHeader('content-type', 'text/javascript').end(SCRIPT);
    else {
      res
        .setHeader('content-type', 'text/html')
        .end(
          '<!doctype html><html lang="en"><title>An empty page</title><script src="/widget.js" async></script>',
        );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const delays: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    delays.push(Number(await page.evaluate(PAINT_AFTER_ARRIVAL)));
    await context.close();
  }
  console.log('\nMilliseconds from the last byte of the script to the first paint of the launcher');
  console.table({
    launcher: {
      runs: RUNS,
      median: rounded(median(delays), 1),
      p95: rounded(quantile(delays, 0.95), 1),
      most: rounded(Math.max(...delays), 1),
    },
  });
  await browser.close();
  server.close();
}
