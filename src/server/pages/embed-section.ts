import type { PagePhrases } from '../../language/rules/page-phrases.js';
import { html, type Html } from './markup.js';
import { withCode } from './page-wording.js';
import { MOVING_PATH, type WidgetScript } from '../widget-script.js';

export interface EmbedOptions {
  /** This server's. */
  readonly address: string;
  readonly widget: WidgetScript;
  readonly phrases: PagePhrases;
}

/** The lines to paste into a page of another site. */
export function embedSection({ address, widget, phrases }: EmbedOptions): Html {
  const { versionedPath, integrity } = widget;
  const script = `<script src="${address}${MOVING_PATH}" async></script>`;
  const inline = `${script}\n<declaration-chat></declaration-chat>`;
  const checked = `integrity="${integrity}" crossorigin="anonymous"`;
  const pinned = `<script src="${address}${versionedPath}" ${checked} async></script>`;
  const named = { origin: 'https://example.org', setting: 'ALLOWED_ORIGINS' };
  const snippets: readonly Snippet[] = [
    { name: 'launcher', title: phrases.launcher, code: script },
    { name: 'inline', title: phrases.inPage, code: inline },
    { name: 'pinned', title: phrases.pinned, code: pinned, note: phrases.pinnedNote },
  ];
  return html`<section class="embed" aria-labelledby="embed">
<h2 id="embed">${phrases.onYourSite}</h2>
<p>${withCode(phrases.howToEmbed, named)}</p>
${snippets.map((each) => html`${snippet(each, phrases)}\n`)}</section>`;
}

interface Snippet {
  readonly name: string;
  readonly title: string;
  readonly code: string;
  readonly note?: string;
}

function snippet(
  { name, title, code, note }: Snippet,
  { copy, copyOf, copied }: PagePhrases,
): Html {
  return html`<div class="snippet">
<h3>${title}</h3>
<button type="button" class="copy" data-copies="snippet-${name}" data-copied="${copied}"
aria-label="${copyOf.replace('{}', title)}" hidden>${copy}</button>
<pre tabindex="0" dir="ltr"><code id="snippet-${name}">${code}</code></pre>
${note === undefined ? '' : html`<p class="note">${note}</p>\n`}</div>`;
}
