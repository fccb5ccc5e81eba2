import { html, type Html } from './markup.js';
import { MOVING_PATH, type WidgetScript } from '../widget-script.js';

/** The lines to paste into a page of another site; `address` is this server's. */
export function embedSection(address: string, { versionedPath, integrity }: WidgetScript): Html {
  const script = `<script src="${address}${MOVING_PATH}" async></script>`;
  return html`<section class="embed" aria-labelledby="embed">
<h2 id="embed">On your own site</h2>
<p>Name the site’s origin, such as <code>https://example.org</code>, in the server’s <code>ALLOWED_ORIGINS</code>, then paste one of these.</p>
${snippet('launcher', { title: 'A button in the corner', code: script })}
${snippet('inline', { title: 'In the page, where it should stand', code: `${script}\n<declaration-chat></declaration-chat>` })}
${snippet('pinned', {
  title: 'Pinned to this version',
  code: `<script src="${address}${versionedPath}" integrity="${integrity}" crossorigin="anonymous" async></script>`,
  note: 'Browsers run these very bytes or nothing. When the server is upgraded, copy the line again.',
})}
</section>`;
}

interface Snippet {
  readonly title: string;
  readonly code: string;
  readonly note?: string;
}

function snippet(name: string, { title, code, note }: Snippet): Html {
  return html`<div class="snippet">
<h3>${title}</h3>
<button type="button" class="copy" data-copies="snippet-${name}" aria-label="Copy: ${title}" hidden>Copy</button>
<pre tabindex="0"><code id="snippet-${name}">${code}</code></pre>
${note === undefined ? '' : html`<p class="note">${note}</p>\n`}</div>`;
}
