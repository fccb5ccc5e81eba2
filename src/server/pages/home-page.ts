import type { ChatBackend } from '../dependencies.js';
import { documentUrl } from '../document-reply.js';
import { MAX_QUESTION_CHARACTERS } from '../inquiry-request.js';
import type { Document } from '../../types.js';
import { html, type Html } from '../../text/html.js';
import { MAIN_ID } from './layout.js';
import { readableDate } from './readable-date.js';

/** The demo page's frame; `/assets/demo.js` brings it to life. */
export function homePage({ documents, exampleQuestions = [] }: ChatBackend): Html {
  return html`<div class="home">
<main id="${MAIN_ID}">
<div class="introduction">
<h1>Ask the texts</h1>
<p class="lead">Ask in your own words. The answer keeps to the texts, and each number in it opens the paragraph and the words that it stands on.</p>
<noscript><p>This page needs its script to ask. The texts can be read without it.</p></noscript>
</div>
<div id="conversation"></div>
<p id="status" class="visually-hidden" role="status"></p>
${askForm()}
${exampleQuestions.length === 0 ? undefined : examples(exampleQuestions)}
</main>
${textList(documents.list())}
</div>`;
}

function examples(questions: readonly string[]): Html {
  return html`<section class="examples" aria-labelledby="examples">
<h2 id="examples">For example</h2>
<ul>
${questions.map((question) => html`<li><button type="button">${question}</button></li>\n`)}</ul>
</section>`;
}

function askForm(): Html {
  return html`<form id="ask" class="ask" autocomplete="off">
<label for="question">Your question</label>
<div class="field">
<textarea id="question" name="question" rows="1" maxlength="${MAX_QUESTION_CHARACTERS}" aria-describedby="advice"></textarea>
<button id="submit" class="primary" type="submit">Ask</button>
<button id="stop" type="button" hidden>Stop</button>
</div>
<div class="under">
<p id="advice" aria-live="polite">Enter asks, Shift and Enter starts a new line.</p>
<button id="restart" class="plain" type="button" hidden>New conversation</button>
</div>
</form>`;
}

function textList(documents: readonly Document[]): Html {
  return html`<aside class="texts">
<fieldset>
<legend>Texts to search</legend>
<ul>
${documents.map(textEntry)}</ul>
</fieldset>
</aside>`;
}

function textEntry({ id, title, date, place, paragraphs }: Document, at: number): Html {
  const about = [place, date === undefined ? undefined : readableDate(date), `${paragraphs.length} paragraphs`];
  return html`<li>
<input type="checkbox" id="text-${at}" value="${id}" checked>
<label for="text-${at}">${title}</label>
<span class="about">${about.filter((part) => part !== undefined).join(', ')}. <a href="${documentUrl(id)}" aria-label="Read ${title}">Read</a></span>
</li>
`;
}
