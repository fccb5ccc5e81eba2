import type { Response } from 'express';
import { sendLarge } from '../large-reply.js';
import { html, type Html } from './markup.js';
import { pageWordingIn, type PageWording } from './page-wording.js';
import { MOVING_PATH } from '../widget-script.js';

/** Of what a page is about: what the skip link leads to. No paragraph's address holds a colon. */
export const MAIN_ID = 'page:main';

interface Page {
  readonly title: string;
  readonly body: Html;
  /** What it is in; English where absent. */
  readonly wording?: PageWording;
  /** What the page is about, for search engines and for previews of links to it. */
  readonly description?: string;
  /** The address that stands for all under which the page is reached. */
  readonly canonical?: string;
  /** Files under `/assets`, beside the base that every page has. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  /** Whether the page holds the chat. */
  readonly withWidget?: boolean;
  /** Seconds after which the page asks for itself again. */
  readonly refreshAfterS?: number;
}

export function sendPage(res: Response, page: Page): void {
  sendLarge(res.vary('Accept').type('html'), layout(page).markup);
}

function layout({
  title,
  body,
  wording = pageWordingIn('en'),
  styles = [],
  scripts = [],
  withWidget = false,
  refreshAfterS,
  ...about
}: Page): Html {
  const scriptTags = scripts.map(
    (file) => html`<script type="module" src="/assets/${file}"></script>\n`,
  );
  return html`<!doctype html>
<html lang="${wording.language}" dir="${wording.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${refreshAfterS === undefined ? undefined : html`<meta http-equiv="refresh" content="${refreshAfterS}">`}
<title>${title}</title>
${preview({ title, ...about })}
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="alternate" href="/feed.json" type="application/feed+json">
${['base.css', ...styles].map((file) => html`<link rel="stylesheet" href="/assets/${file}">\n`)}
${withWidget ? html`<script src="${MOVING_PATH}" defer></script>\n` : ''}${scriptTags}
</head>
<body>
<nav aria-label="${wording.phrases.skip}"><a class="skip" href="#${MAIN_ID}">${wording.phrases.skipTo}</a></nav>
${body}
</body>
</html>
`;
}

function preview({
  title,
  description,
  canonical,
}: Pick<Page, 'title' | 'description' | 'canonical'>): Html {
  const link = canonical === undefined ? '' : html`<link rel="canonical" href="${canonical}">\n`;
  if (description === undefined) return html`${link}`;
  return html`${link}<meta name="description" content="${description}">
<meta property="og:type" content="article">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">`;
}
