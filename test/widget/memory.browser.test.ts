import { describe, expect, test } from 'vitest';
import { CHROMIUM } from '../support/browser.js';
import { useWidget } from './use-widget.js';

/** More turns than the widget keeps, so that it has grown as far as it may. */
const WARM_UP = 40;
const QUESTIONS = 100;
const MAX_GROWTH = 1.1;

describe.skipIf(CHROMIUM === undefined)('over a long conversation', () => {
  const open = useWidget();

  test('memory, elements and listeners stay what they are', async () => {
    const { page } = await open();
    await page.getByRole('textbox').waitFor();
    const debuggerSession = await page.context().newCDPSession(page);
    await debuggerSession.send('Performance.enable');
    const converse = (count: number): Promise<void> =>
      page
        .locator('declaration-chat')
        .evaluate(async (element: HTMLElementTagNameMap['declaration-chat'], times) => {
          for (let at = 0; at < times; at += 1) {
            await element.ask(`Who decides on dams, for the ${at}th time?`);
            const marker = element.shadowRoot?.querySelector<HTMLElement>(
              '.turn:last-child .marker',
            );
            marker?.click();
            marker?.click();
          }
        }, count);
    const measure = async (): Promise<Readonly<Record<string, number>>> => {
      await debuggerSession.send('HeapProfiler.collectGarbage');
      const { metrics } = await debuggerSession.send('Performance.getMetrics');
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    };
    await converse(WARM_UP);
    const before = await measure();
    await converse(QUESTIONS);
    const after = await measure();
    for (const name of ['JSHeapUsedSize', 'Nodes', 'JSEventListeners']) {
      expect([
        name,
        (after[name] ?? NaN) / (before[name] ?? NaN) <= MAX_GROWTH,
        before[name],
        after[name],
      ]).toEqual([name, true, before[name], after[name]]);
    }
  });
});
