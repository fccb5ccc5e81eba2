import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { AppDependencies, ChatBackend } from '../../src/server/dependencies.js';
import type { WidgetScript } from '../../src/server/widget-script.js';
import { runApp } from '../support/running-app.js';
import { openPage } from '../support/open-page.js';
import { runSite } from '../support/run-site.js';

export interface Site {
  readonly widget: WidgetScript;
  /** `undefined` for a server that is still loading. */
  readonly backend: ChatBackend | undefined;
  /** What the page's body holds; the app's address stands for `{HOST}`. */
  readonly body?: string;
  /** What its head holds, as `body`; the one line that people paste unless given. */
  readonly head?: string;
  /** The page's policy; {@link STRICT} unless given. */
  readonly policy?: string;
  /** Whether the app takes questions from the page's site; it does unless told. */
  readonly isAllowed?: boolean;
  readonly options?: BrowserContextOptions;
  /** Takes what a visitor says of replies; none does unless given. */
  readonly feedback?: AppDependencies['feedback'];
}

export interface OpenWidget {
  readonly page: Page;
  readonly app: string;
  readonly site: string;
  readonly complaints: readonly string[];
  readonly requests: readonly string[];
}

/** The strictest policy under which the widget can be had at all. */
export const STRICT = "default-src 'none'; script-src {HOST}; connect-src {HOST}";
/** Nothing is forbidden, so that nothing but the widget itself holds. */
export const PERMISSIVE = "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'";
export const INLINE =
  '<main><h1>A page</h1><declaration-chat mode="inline"></declaration-chat></main>';
export const LAUNCHER =
  '<main><h1>A page</h1><p>Words of the page. <a href="#x">A link</a></p></main>';
export const ONE_LINE = '<script src="{HOST}/widget.js" async></script>';

/** A page of another origin than the app's, with the widget, under the strictest policy. */
export async function openWidget(
  browser: Browser,
  {
    widget,
    backend,
    body = INLINE,
    head = ONE_LINE,
    policy = STRICT,
    isAllowed = true,
    options,
    feedback,
  }: Site,
): Promise<OpenWidget> {
  let app = '';
  const fill = (text: string): string => text.replaceAll('{HOST}', app);
  const site = await runSite((_req, res) => {
    res.setHeader('content-security-policy', fill(policy));
    res.setHeader('content-type', 'text/html; charset=utf-8');
    res.end(
      fill(
        `<!doctype html><html lang="en"><head><title>A page</title><meta name="viewport" ` +
          `content="width=device-width, initial-scale=1">${head}</head><body>${body}</body></html>`,
      ),
    );
  });
  ({ url: app } = await runApp(backend, {
    allowedOrigins: isAllowed ? [site] : [],
    widget,
    feedback,
  }));
  return { app, site, ...(await openPage(browser, site, { reducedMotion: 'reduce', ...options })) };
}

/** Types the question and sends it with Enter; resolves when nothing more will come. */
export async function ask(page: Page, question: string): Promise<void> {
  const before = await page.locator('.turn').count();
  await page.getByRole('textbox').fill(question);
  await page.getByRole('textbox').press('Enter');
  await page
    .locator('.turn')
    .nth(before)
    .and(
      page.locator(
        '[data-state=answered], [data-state=abstained], [data-state=failed], [data-state=stopped]',
      ),
    )
    .waitFor();
}
