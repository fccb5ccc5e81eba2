import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.js';
import { CHROMIUM } from '../support/browser.js';
import { deferred } from '../support/deferred.js';
import type { Answer, ChatEvent } from '../../src/protocol.js';
import {
  ANSWER,
  EVENTS,
  fakeBackend,
  NEAREST,
  PASSAGE,
  type FakeBackend,
} from '../support/fake-backend.js';
import { ask, INLINE, LAUNCHER, PERMISSIVE } from './open-widget.js';
import { useWidget } from './use-widget.js';

const QUESTION = 'Who decides on dams?';

interface Paced {
  readonly backend: FakeBackend & { readonly suggest: () => readonly string[] };
  /** Lets what is being asked go on by one step: found, half said, said. */
  readonly goOn: () => void;
}

/** Each question is answered in steps; the second with an abstention, the third with a failure. */
function paced(): Paced {
  let step = deferred();
  let asked = 0;
  const next = async (): Promise<void> => {
    await step.promise;
    step = deferred();
  };
  const abstention: ChatEvent = {
    type: 'answer',
    reply: {
      id: 'r',
      answer: 'The texts do not answer this.',
      answered: false,
      mode: 'extractive',
      query: QUESTION,
      citations: [],
      nearest: [NEAREST],
    },
  };
  const backend = fakeBackend({
    async *events() {
      asked += 1;
      await next();
      yield* EVENTS.slice(0, 3);
      if (asked === 3) throw new Error('secret');
      await next();
      if (asked === 2) yield abstention;
      else {
        yield { type: 'answer', reply: { ...(ANSWER as Answer), suggestions: ['And on fish?'] } };
      }
    },
  });
  return {
    backend: { ...backend, suggest: () => [QUESTION, 'And on fish?'] },
    goOn: () => {
      step.resolve();
    },
  };
}

/** The element with the focus, through shadow roots. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });
}

describe.skipIf(CHROMIUM === undefined)('the widget is for everybody', () => {
  const open = useWidget();

  test.each([
    ['light', 1_280],
    ['dark', 320],
  ] as const)('axe-core finds nothing in any state (%s, %i pixels)', async (colorScheme, width) => {
    const { backend, goOn } = paced();
    const { page, complaints } = await open({
      backend,
      body: LAUNCHER,
      options: { colorScheme, viewport: { width, height: 640 } },
    });
    const found: Record<string, readonly string[]> = {};
    const look = async (state: string): Promise<void> => {
      found[state] = await axeViolations(page);
    };
    await page.locator('.launcher').waitFor();
    await look('launcher');
    await page.locator('.launcher').click();
    await page.locator('.suggestion').first().waitFor();
    await look('start');
    await page.locator('.suggestion').first().click();
    await page.locator('[data-state=waiting]').waitFor();
    await look('waiting');
    goOn();
    await page.locator('[data-state=streaming]').waitFor();
    await look('streaming');
    goOn();
    await page.locator('[data-state=answered]').waitFor();
    await look('answered');
    await page.locator('.marker').click();
    await page.locator('.popover').waitFor();
    await look('popover');
    await page.keyboard.press('Escape');
    await page.getByRole('textbox').fill('What?');
    await page.keyboard.press('Enter');
    await page.locator('.turn:last-child[data-state=waiting]').waitFor();
    goOn();
    await page.locator('.turn:last-child[data-state=streaming]').waitFor();
    goOn();
    await page.locator('[data-state=abstained]').waitFor();
    await look('abstained');
    await page.getByRole('textbox').fill('What else?');
    await page.keyboard.press('Enter');
    await page.locator('.turn:last-child[data-state=waiting]').waitFor();
    goOn();
    await page.locator('[data-state=failed]').waitFor();
    await look('failed');
    await page.getByRole('textbox').fill('x'.repeat(4_001));
    await look('too long');
    expect(Object.entries(found).filter(([, violations]) => violations.length > 0)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('axe-core finds nothing where the element stands in the page', async () => {
    const { page } = await open({ options: { colorScheme: 'dark' } });
    await ask(page, QUESTION);
    await page.locator('.marker').click();
    await page.locator('.popover').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  test('by keyboard alone: the dialog takes the focus, keeps it, and gives it back', async () => {
    const { page } = await open({ body: LAUNCHER });
    await page.getByRole('button', { name: 'Ask the texts' }).focus();
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Your question');
    await page.keyboard.type(QUESTION);
    await page.keyboard.press('Enter');
    await page.locator('[data-state=answered] .copy').first().waitFor();
    const stops: string[] = [];
    do {
      await page.keyboard.press('Tab');
      stops.push(await focused(page));
    } while (stops.at(-1) !== 'Your question' && stops.length < 20);
    expect(stops).toEqual([
      'Ask',
      'New conversation',
      'Conversations and saving',
      'Close',
      'Conversation',
      'Source 1, Paragraph 2, Declaration on Rivers',
      'Copy with sources',
      'Copy a link that asks this',
      expect.stringContaining('Paragraph 2'),
      'Your question',
    ]);
    for (let at = 0; at < 4; at += 1) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('.popover').waitFor();
    expect(await focused(page)).toBe('Paragraph 2, Declaration on Rivers');
    const inPopover: string[] = [];
    for (let at = 0; at < 4; at += 1) {
      await page.keyboard.press('Tab');
      inPopover.push(await focused(page));
    }
    expect(inPopover).toEqual([
      'Close',
      PASSAGE.text,
      'Open in the text (opens in a new tab)',
      'Close',
    ]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.popover:not([hidden])').count()).toBe(0);
    expect(await focused(page)).toBe('Source 1, Paragraph 2, Declaration on Rivers');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await focused(page)).toBe('Ask the texts');
    await page.getByRole('link', { name: 'A link' }).focus();
    await page
      .locator('declaration-chat')
      .evaluate((element: HTMLElementTagNameMap['declaration-chat']) => {
        element.open();
      });
    expect(await focused(page)).toBe('Your question');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('A link');
  });

  test('the focus stays in the dialog where what had it goes away', async () => {
    let fails = true;
    const backend = fakeBackend({
      *events() {
        yield* EVENTS.slice(0, 3);
        if (fails) throw new Error('secret');
        yield EVENTS[4] as ChatEvent;
      },
    });
    const { page } = await open({
      backend: { ...backend, suggest: () => [QUESTION] },
      body: LAUNCHER,
    });
    await page.locator('.launcher').click();
    await page.locator('.suggestion').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-state=failed]').waitFor();
    expect(await focused(page)).toContain('Conversation');
    fails = false;
    await page.getByRole('button', { name: 'Try again' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-state=answered]').waitFor();
    expect(await focused(page)).toContain('Conversation');
    await page.getByRole('button', { name: 'New conversation' }).focus();
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Your question');
  });

  test('whatever has the focus can be seen to have it, and is large enough to be pressed', async () => {
    const { backend } = paced();
    const { page } = await open({
      backend: { ...fakeBackend(), suggest: backend.suggest },
    });
    await page.locator('.suggestion').first().waitFor();
    const look = (): Promise<readonly unknown[]> =>
      page.locator('declaration-chat').evaluate((element) =>
        [
          ...(element.shadowRoot?.querySelectorAll<HTMLElement>(
            'button,a,textarea,[tabindex="0"]',
          ) ?? []),
        ]
          .filter((control) => control.getClientRects().length > 0)
          .flatMap((control) => {
            // As by keyboard: a text field shows its focus on the box around it.
            control.focus({ focusVisible: true } as FocusOptions);
            const ring = getComputedStyle(
              control.closest('.box') && control instanceof HTMLTextAreaElement
                ? (control.closest('.box') ?? control)
                : control,
            );
            const { width, height } = control.getBoundingClientRect();
            return ring.outlineStyle === 'solid' && width >= 24 && height >= 24
              ? []
              : [`${control.className}: ${ring.outlineStyle}, ${width} by ${height}`];
          }),
      );
    expect(await look()).toEqual([]);
    await ask(page, QUESTION);
    await page.locator('.marker').click();
    await page.locator('.popover').waitFor();
    expect(await look()).toEqual([]);
  });

  test(
    'a screen reader hears that the texts are searched and then the whole answer, ' +
      'and nothing in between',
    async () => {
      const { page } = await open();
      await page.getByRole('status').evaluate((status) => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        new MutationObserver(() => heard.push(status.textContent)).observe(status, {
          childList: true,
          characterData: true,
          subtree: true,
        });
      });
      await ask(page, QUESTION);
      expect(await page.evaluate('window.heard')).toEqual([
        'Searching the texts…',
        'Dams are built\u2028by consent. Sources: 1.',
      ]);
      expect(await page.locator('[aria-live], [role=log], [role=alert]').count()).toBe(0);
    },
  );

  test('nothing moves by itself where the reader does not want that', async () => {
    const { backend, goOn } = paced();
    const running = (page: Page): Promise<number> =>
      page
        .locator('declaration-chat')
        .evaluate((element) => element.shadowRoot?.getAnimations().length ?? -1);
    const { page } = await open({ backend, body: LAUNCHER });
    await page.locator('.launcher').click();
    await page.locator('.suggestion').first().click();
    await page.locator('[data-state=waiting]').waitFor();
    expect(await running(page)).toBe(0);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await running(page)).toBeGreaterThan(0);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    goOn();
    await page.locator('[data-state=streaming]').waitFor();
    expect(await running(page)).toBe(0);
  });

  test('in forced colours the controls keep their outlines', async () => {
    const { page } = await open({ options: { forcedColors: 'active' } });
    await ask(page, QUESTION);
    const outline = (selector: string): Promise<readonly string[]> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { borderTopColor, borderTopStyle, backgroundColor } = getComputedStyle(element);
          return [borderTopStyle, String(borderTopColor !== backgroundColor)];
        });
    await page.locator('.copy').first().waitFor();
    for (const selector of ['.marker', '.ask', '.box', '.copy', '[part=clear]', '[part=menu]']) {
      expect([selector, await outline(selector)]).toEqual([selector, ['solid', 'true']]);
    }
    await page.locator('.marker').click();
    const mark = await page.locator('mark').evaluate((element) => {
      const [own, around] = [element, element.closest('.popover') ?? element].map(
        (each) => getComputedStyle(each).backgroundColor,
      );
      return own !== around;
    });
    expect(mark).toBe(true);
    expect(
      await page.locator('.marker').evaluate((element) => getComputedStyle(element).outlineStyle),
    ).toBe('solid');
  });

  test.each([320, 768])(
    'at %i pixels nothing is cut off or has to be scrolled sideways, and a small screen is all the dialog’s',
    async (width) => {
      const long = `${'Donaudampfschifffahrtsgesellschaft'.repeat(6)} https://example.org/${'x'.repeat(200)}`;
      const backend = fakeBackend({
        events: () => [
          {
            type: 'answer',
            reply: { ...(ANSWER as Answer), answer: `${long} [1]`, suggestions: [long] },
          },
        ],
      });
      const { page } = await open({
        backend,
        body: `${LAUNCHER}<p>${'Words. '.repeat(400)}</p>`,
        options: { viewport: { width, height: 500 }, hasTouch: true, isMobile: true },
      });
      await page.getByRole('button', { name: 'Ask the texts' }).tap();
      await ask(page, long);
      await page.locator('.marker').tap();
      const panel = page.getByRole('dialog', { name: 'Ask the texts' });
      const box = await panel.boundingBox();
      if (width === 320) expect(box).toEqual({ x: 0, y: 0, width: 320, height: 500 });
      else expect(box?.width).toBeLessThan(500);
      const wide = await page
        .locator('declaration-chat')
        .evaluate((element) =>
          [
            ...(element.shadowRoot?.querySelectorAll<HTMLElement>(
              '.panel, .log, .popover, .paragraph, .turn',
            ) ?? []),
          ]
            .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
            .map(({ className }) => className),
        );
      expect(wide).toEqual([]);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
        ),
      ).toBe(true);
      const popover = await page.locator('.popover').boundingBox();
      expect(popover?.x).toBeGreaterThanOrEqual(box?.x ?? 0);
      expect((popover?.x ?? 0) + (popover?.width ?? 0)).toBeLessThanOrEqual(
        (box?.x ?? 0) + (box?.width ?? 0),
      );
      await page.locator('[part=popover-close]').tap();
      await page.getByRole('button', { name: 'Close' }).tap();
      await page.getByRole('button', { name: 'Ask the texts' }).waitFor();
    },
  );

  test('the page’s font size is none of its business, the reader’s is', async () => {
    const { page } = await open({
      body: `<style>html { font-size: 60px }</style>${INLINE}`,
      policy: PERMISSIVE,
    });
    await page.locator('.title').waitFor();
    expect(await page.locator('.root').evaluate((root) => getComputedStyle(root).fontSize)).toBe(
      '16px',
    );
  });
});
