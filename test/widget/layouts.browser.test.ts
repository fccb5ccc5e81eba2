import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { CHROMIUM } from '../support/browser.js';
import { PERMISSIVE } from './open-widget.js';
import { useWidget } from './use-widget.js';

/** Of what the element stands in, in pixels. */
const PARENT = 800;
/** Narrower than this nothing can be read. */
const LEAST_WIDTH = 240;
const LEAST_HEIGHT = 240;

/** How a page places the element: styles of its parent, and of the element itself. */
const LAYOUTS = {
  'a block': ['', ''],
  'a block in a frame of 600 pixels, `height: 100%`': ['height: 600px', 'height: 100%'],
  'an item of a row': ['display: flex', ''],
  'an item of a row, `flex: 1`': ['display: flex', 'flex: 1'],
  'an item of a column of 600 pixels, `flex: 1`': [
    'display: flex; flex-direction: column; height: 600px',
    'flex: 1',
  ],
  'an item of a column, centred': [
    'display: flex; flex-direction: column; align-items: center',
    '',
  ],
  'in a grid, column `auto`': ['display: grid; grid-template-columns: auto', ''],
  'in a grid, column `auto` beside `1fr`': ['display: grid; grid-template-columns: auto 1fr', ''],
  'in a grid, column `1fr`': ['display: grid; grid-template-columns: 1fr', ''],
  'a float': ['display: flow-root', 'float: left'],
  'an inline block': ['', 'display: inline-block'],
  inline: ['', 'display: inline'],
  absolute: ['position: relative; height: 700px', 'position: absolute; left: 0; top: 0'],
  'in a table’s cell': ['display: table-cell; width: 800px', ''],
} as const;

/** What the page says of its size: attributes, styles, and the width of what it stands in. */
const SIZES = {
  'nothing said': ['', '', PARENT],
  'in 300 pixels': ['', '', 300],
  '`width="360" height="480"`': ['width="360" height="480"', '', PARENT],
  '`width: 360px; height: 480px`': ['', 'width: 360px; height: 480px', PARENT],
  '`max-width: 300px; max-height: 300px`': ['', 'max-width: 300px; max-height: 300px', PARENT],
} as const;

describe.skipIf(CHROMIUM === undefined)('the chat in a page’s layouts', () => {
  const open = useWidget();

  const cases = Object.entries(LAYOUTS).flatMap(([layout, [around, own]]) =>
    Object.entries(SIZES).map(([size, [attributes, styles, parent]]) => ({
      name: `${layout}; ${size}`,
      markup:
        `<div class="case" style="width: ${parent}px; ${around}"><declaration-chat ${attributes} ` +
        `style="${own}; ${styles}"></declaration-chat></div>`,
    })),
  );

  /** Width and height of what is seen of each chat, and how far it sticks out of its parent. */
  const measured = (page: Page): Promise<readonly (readonly number[])[]> =>
    page.locator('.case').evaluateAll((elements) =>
      elements.map((element) => {
        const panel = element
          .querySelector('declaration-chat')
          ?.shadowRoot?.querySelector('.panel');
        const { width = 0, height = 0, right = 0 } = panel?.getBoundingClientRect() ?? {};
        return [width, height, right - element.getBoundingClientRect().right].map(Math.round);
      }),
    );

  test('it is as wide and high as said, else large enough to be read, and sticks out of nothing', async () => {
    const { page } = await open({
      body: `<style>body { margin: 8px }</style>${cases.map(({ markup }) => markup).join('')}`,
      policy: PERMISSIVE,
      options: { viewport: { width: 1_000, height: 900 } },
    });
    await page.locator('.panel').last().waitFor();
    const boxes = await measured(page);
    const sizeOf = (at: number): string => `${boxes[at]?.[0] ?? 0} × ${boxes[at]?.[1] ?? 0}`;
    const faults = cases.flatMap(({ name }, at) => {
      const [width = 0, height = 0, beyond = 0] = boxes[at] ?? [];
      const isWell = width >= LEAST_WIDTH && height >= LEAST_HEIGHT && beyond <= 0;
      return isWell ? [] : [`${name}: ${sizeOf(at)}, ${beyond} beyond`];
    });
    expect(faults).toEqual([]);
    const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    const sizes = Object.keys(SIZES);
    const table = [
      row(['the element is', ...sizes]),
      row(['---', ...sizes.map(() => '---')]),
      ...Object.keys(LAYOUTS).map((layout, at) =>
        row([layout, ...sizes.map((_, size) => sizeOf(at * sizes.length + size))]),
      ),
    ];
    await expect(
      '# The chat in a page’s layouts\n\n' +
        'Width and height in pixels of `<declaration-chat>` within a parent 800 pixels wide, at a ' +
        'font size of 16 pixels, by how the page lays it out and what it says of its size. ' +
        '`test/widget/layouts.browser.test.ts` measures the table and writes it anew with ' +
        '`-u`.\n\n' +
        `${table.join('\n')}\n`,
    ).toMatchFileSnapshot('../../docs/widget-layouts.md');
  });

  test('the attributes size a launcher’s dialog too; what is no length is passed over', async () => {
    const { page } = await open({
      body: '<declaration-chat mode="launcher" width="22em" height="red"></declaration-chat>',
    });
    await page.locator('.launcher').click();
    expect(await page.locator('.panel').boundingBox()).toMatchObject({ width: 352, height: 672 });
  });
});
