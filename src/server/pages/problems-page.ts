import { ERROR_CODES } from '../../errors.js';
import { html, type Html } from './markup.js';
import { MAIN_ID } from './page-frame.js';

/** What the `type` of a problem document leads to. */
export function problemsPage(): Html {
  const entries = Object.entries(ERROR_CODES).map(
    ([code, { status, title }]) =>
      html`<dt id="${code}"><code>${code}</code></dt><dd>${title}. HTTP status ${status}.</dd>`,
  );
  return html`<header class="site"><a href="/">Ask the texts</a></header>
<main class="document" id="${MAIN_ID}"><h1>Problems</h1>
<p>Each error reply is a problem document (RFC 9457); its <code>code</code> is one of these.</p>
<dl class="problems">${entries}</dl>
</main>`;
}
