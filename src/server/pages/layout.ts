import type { Response } from 'express';
import { html, type Html } from '../../text/html.js';

interface Page {
  readonly title: string;
  readonly body: Html;
  /** Files under `/assets`, beside the base that every page has. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  /** Seconds after which the page asks for itself again. */
  readonly refreshAfterS?: number;
}

export function sendPage(res: Response, page: Page): void {
  res.vary('Accept').type('html').send(layout(page).markup);
}

function layout({ title, body, styles = [], scripts = [], refreshAfterS }: Page): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${refreshAfterS === undefined ? undefined : html`<meta http-equiv="refresh" content="${refreshAfterS}">`}
<title>${title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${['base.css', ...styles].map((file) => html`<link rel="stylesheet" href="/assets/${file}">`)}
${scripts.map((file) => html`<script type="module" src="/assets/${file}"></script>`)}
</head>
<body>
${body}
</body>
</html>
`;
}
