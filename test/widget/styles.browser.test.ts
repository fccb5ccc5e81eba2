import { describe, expect, test } from 'vitest';
import type {} from '../../src/widget/declaration-chat-element.js';
import { CHROMIUM } from '../support/browser.js';
import { fakeBackend } from '../support/fake-backend.js';
import { ask, INLINE, ONE_LINE, PERMISSIVE } from './open-widget.js';
import { useWidget } from './use-widget.js';

const QUESTION = 'Who decides on dams?';

describe.skipIf(CHROMIUM === undefined)('what a page does to itself', () => {
  const open = useWidget();

  test('a page’s own colours, sizes and rules for parts reach the widget', async () => {
    const body = `<style>declaration-chat { --declaration-chat-accent: rgb(120, 0, 80);
      --declaration-chat-height: 500px; --declaration-chat-radius: 0px }
      declaration-chat::part(title) { color: rgb(1, 2, 3) }</style>${INLINE}`;
    const { page } = await open({ body, policy: PERMISSIVE });
    const style = (
      selector: string,
      property: 'color' | 'backgroundColor' | 'height' | 'borderRadius',
    ): Promise<string> =>
      page.locator(selector).evaluate((element, name) => getComputedStyle(element)[name], property);
    expect(await style('.ask', 'backgroundColor')).toBe('rgb(120, 0, 80)');
    expect(await style('.root', 'height')).toBe('500px');
    expect(await style('.panel', 'borderRadius')).toBe('0px');
    expect(await style('.title', 'color')).toBe('rgb(1, 2, 3)');
  });

  test('a page’s styles, however coarse, do not reach it', async () => {
    const coarse = `<style>
      * {
        all: unset !important; font-size: 60px !important; color: red !important;
        letter-spacing: 2em !important; visibility: hidden !important;
        text-transform: uppercase !important
      }
      div, section, button, textarea, p, :host { display: none !important }
      html { font-size: 40px }</style>`;
    const shape = async (styles: string): Promise<unknown> => {
      const { page } = await open({
        body: `<declaration-chat></declaration-chat><declaration-chat mode="launcher"></declaration-chat>${styles}`,
        policy: PERMISSIVE,
      });
      await page.locator('.launcher').waitFor();
      return page
        .locator('declaration-chat')
        .evaluateAll(async (elements: HTMLElementTagNameMap['declaration-chat'][]) => {
          for (const element of elements) {
            await element.ask('Who decides on dams?');
            element.shadowRoot?.querySelector<HTMLElement>('.marker')?.click();
            while (!element.shadowRoot?.querySelector('.popover')) {
              await new Promise(requestAnimationFrame);
            }
          }
          return elements.flatMap((element) => {
            const inners = [...(element.shadowRoot?.querySelectorAll('*') ?? [])].filter(
              (inner) => inner.getClientRects().length > 0,
            );
            // Where the element stands is the page's business.
            const from = inners[0]?.getBoundingClientRect() ?? new DOMRect();
            return inners.map((inner) => {
              const { color, fontSize, display, letterSpacing, visibility, textTransform } =
                getComputedStyle(inner);
              const { x, y, width, height } = inner.getBoundingClientRect();
              return [
                inner.localName,
                inner.getAttribute('class'),
                color,
                fontSize,
                display,
                letterSpacing,
                visibility,
                textTransform,
                ...[x - from.x, y - from.y, width, height].map(Math.round),
              ].join(' ');
            });
          });
        });
    };
    expect(await shape(coarse)).toEqual(await shape('<style>body { margin: 0 }</style>'));
  });

  test.each(['light', 'dark'] as const)(
    'what is quoted is told from what is not by a line of a contrast of 3 at least (%s)',
    async (theme) => {
      const { page } = await open({
        body: `<main><declaration-chat theme="${theme}"></declaration-chat></main>`,
      });
      await ask(page, QUESTION);
      await page.locator('.marker').click();
      const contrasts = await page.locator('mark').evaluate((mark) => {
        /** As it is painted, of whatever colour space it is given in. */
        const luminance = (color: string): number => {
          const canvas = new OffscreenCanvas(1, 1).getContext('2d');
          if (canvas === null) return Number.NaN;
          canvas.fillStyle = color;
          canvas.fillRect(0, 0, 1, 1);
          const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) =>
            value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const line = luminance(getComputedStyle(mark).borderBottomColor);
        return [mark, mark.closest('.popover') ?? mark].map((ground) => {
          const under = luminance(getComputedStyle(ground).backgroundColor);
          return (Math.max(line, under) + 0.05) / (Math.min(line, under) + 0.05);
        });
      });
      expect(contrasts.filter((contrast) => !(contrast >= 3))).toEqual([]);
      const width = await page
        .locator('mark')
        .evaluate((mark) => Number.parseFloat(getComputedStyle(mark).borderBottomWidth));
      expect(width).toBeGreaterThanOrEqual(2);
    },
  );

  test('a page’s scripts that change what is built in do not break it', async () => {
    const meddle = `<script>
      for (const prototype of [Array.prototype, Object.prototype, String.prototype]) {
        prototype.toJSON = function () { return 'broken'; };
      }
      Array.prototype.first = function () { return this[0]; };
      Object.prototype.extra = 'extra';
    </script>`;
    const after =
      '<script>addEventListener("load", () => { JSON.stringify = () => "broken"; JSON.parse ' +
      '= () => { throw new Error("broken"); }; })</script>';
    const backend = fakeBackend();
    const { page, complaints } = await open({
      backend,
      head: meddle + ONE_LINE + after,
      policy: PERMISSIVE,
    });
    await page.waitForLoadState('load');
    await page.locator('declaration-chat').evaluate((element) => {
      element.setAttribute('documents', 'rivers-1999');
    });
    await page.getByRole('textbox').fill(QUESTION);
    await page.getByRole('textbox').press('Enter');
    await page.locator('[data-state=answered]').waitFor();
    expect(backend.calls[0]?.inquiry).toEqual({
      messages: [{ role: 'user', content: QUESTION }],
      documents: ['rivers-1999'],
    });
    expect(complaints).toEqual([]);
  });
});
