import { html, type Html } from './markup.js';
import type { Document } from '../../types.js';
import type { DocumentLibrary } from '../dependencies.js';
import { documentUrl } from '../document-reply.js';
import type { WidgetScript } from '../widget-script.js';
import { embedSection } from './embed-section.js';
import { MAIN_ID } from './page-frame.js';
import { readableDate } from './readable-date.js';

export interface HomePageOptions {
  readonly documents: DocumentLibrary;
  /** Absent where it was not built. */
  readonly widget: WidgetScript | undefined;
  /** Where the visitor reached the server, such as `https://chat.example.org`. */
  readonly address: string;
}

/**
 * The page that people are shown: the chat, the texts, and how to have the chat elsewhere.
 * `/assets/home.js` joins them.
 */
export function homePage({ documents, widget, address }: HomePageOptions): Html {
  return html`<div class="home">
<header>
<h1>Ask the texts</h1>
<p class="lead">Answers are made of the texts’ own sentences. Each number in them
opens the paragraph, and marks the words it stands on.</p>
</header>
<main id="${MAIN_ID}">
${widget === undefined ? missingChat() : chat()}
</main>
<aside class="texts" aria-label="Texts">
${textList(documents.list())}
<p id="status" class="note" role="status"></p>
</aside>
${widget === undefined ? '' : embedSection(address, widget)}
</div>`;
}

function chat(): Html {
  return html`<declaration-chat mode="inline" title="Conversation" greeting="What would you like to know?"
sources="beside" persist>
<noscript><p>Asking needs JavaScript. Allow it for this page, or ask by
<code>POST /api/chat</code>. The texts can be read without it.</p></noscript>
</declaration-chat>`;
}

function missingChat(): Html {
  return html`<p class="missing">The chat was not built on this server. Whoever runs it calls
<code>npm run build</code> and starts it again. The texts can be read.</p>`;
}

function textList(documents: readonly Document[]): Html {
  return html`<fieldset>
<legend>Texts to search</legend>
<ul>
${documents.map(textEntry)}</ul>
</fieldset>`;
}

function textEntry({ id, title, date, place, language, paragraphs }: Document, at: number): Html {
  const about = [
    place,
    date === undefined ? undefined : readableDate(date),
    `${paragraphs.length} ${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'}`,
  ];
  return html`<li>
<input type="checkbox" id="text-${at}" value="${id}" autocomplete="off" checked>
<label for="text-${at}" lang="${language}" dir="auto">${title}</label>
<span class="about">${about.filter((part) => part !== undefined).join(', ')}.
<a href="${documentUrl(id)}" aria-label="Read ${title}">Read</a></span>
</li>
`;
}
