import type { Response } from 'express';
import type { Problem } from '../../protocol.js';
import { html } from './markup.js';
import { MAIN_ID, sendPage } from './page-frame.js';

/** A problem as a page, for a person who followed a link. */
export function problemPage(res: Response, { status, title, detail }: Problem): void {
  res.status(status).set('Cache-Control', 'no-store');
  const waiting = status === 503;
  if (waiting) res.set('Retry-After', '2');
  sendPage(res, {
    title,
    ...(waiting ? { refreshAfterS: 2 } : {}),
    body: html`<main class="notice" id="${MAIN_ID}">
<p class="notice-status">${status}</p>
<h1>${title}</h1>
<p>${detail}</p>
<p><a href="/">Ask a question, or see the texts</a></p>
</main>`,
  });
}
