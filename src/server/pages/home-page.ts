import { html, type Html } from './markup.js';
import type { DocumentLibrary } from '../dependencies.js';
import type { WidgetScript } from '../widget-script.js';
import { embedSection } from './embed-section.js';
import { MAIN_ID } from './page-frame.js';
import { withCode, type PageWording } from './page-wording.js';
import { textList } from './text-list.js';

export interface HomePageOptions {
  readonly documents: DocumentLibrary;
  /** Absent where it was not built. */
  readonly widget: WidgetScript | undefined;
  /** Where the visitor reached the server, such as `https://chat.example.org`. */
  readonly address: string;
  readonly wording: PageWording;
  /** Lists every text, however many there are. */
  readonly allTexts?: boolean;
}

/**
 * The page that people are shown: the chat, the texts, and how to have the chat elsewhere.
 * `/assets/home.js` joins them.
 */
export function homePage({
  documents,
  widget,
  address,
  wording,
  allTexts = false,
}: HomePageOptions): Html {
  const { title, phrases } = wording;
  return html`<div class="home">
<header>
<h1>${title}</h1>
<p class="lead">${phrases.lead}</p>
</header>
<main id="${MAIN_ID}">
${widget === undefined ? missingChat() : chat(wording)}
</main>
<aside class="texts" aria-label="${phrases.texts}">
${textList(documents.list(), { wording, all: allTexts })}
<p id="status" class="note" role="status" data-at-least-one="${phrases.atLeastOne}"></p>
</aside>
${widget === undefined ? '' : embedSection({ address, widget, phrases })}
<footer><a href="/docs">${phrases.forPrograms}</a></footer>
</div>`;
}

function chat({ conversation, phrases }: PageWording): Html {
  return html`<declaration-chat mode="inline" title="${conversation}" greeting="${phrases.greeting}"
sources="beside" persist>
<noscript><p>${withCode(phrases.needsScript, { request: 'POST /api/chat' })}</p></noscript>
</declaration-chat>`;
}

/** For whoever runs the server, as its messages are. */
function missingChat(): Html {
  return html`<p class="missing" lang="en" dir="ltr">The chat was not built on this server. Whoever
runs it calls <code>npm run build</code> and starts it again. The texts can be read.</p>`;
}
