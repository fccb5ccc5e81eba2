import type { ChatBackend } from '../dependencies.js';
import { documentUrl } from '../document-reply.js';
import { html, type Html } from './html.js';

/** The demo page's frame; `/assets/demo.js` brings it to life. */
export function homePage({ documents }: ChatBackend): Html {
  return html`<main><h1>Ask the texts</h1>
<ul>${documents.list().map(({ id, title }) => html`<li><a href="${documentUrl(id)}">${title}</a></li>`)}</ul>
</main>`;
}
