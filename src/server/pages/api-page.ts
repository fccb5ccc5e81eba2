import type { Operation, Parameter } from '../openapi/operation.js';
import { html, type Html } from './markup.js';
import { MAIN_ID } from './page-frame.js';

/** All that can be asked over HTTP, each with a form to try it; made without a third party. */
export function apiPage(operations: readonly Operation[]): Html {
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return html`<header class="site"><a href="/">Ask the texts</a></header>
<main class="api" id="${MAIN_ID}">
<h1>Interface for programs</h1>
<p>All addresses, with forms to try them here. <a href="/openapi.json">openapi.json</a> has every
shape; <a href="/problems">problems</a> has the codes of errors.</p>
<p class="api-token" hidden><label>Token, where the server asks for one
<input type="password" id="token" autocomplete="off"></label></p>
${tags.map(
  (tag) => html`<section>
<h2>${tag}</h2>
${operations.filter((operation) => operation.tag === tag).map(operationOf)}
</section>`,
)}
</main>`;
}

function operationOf(operation: Operation): Html {
  const { id, method, path, summary, description = '', parameters = [], request } = operation;
  return html`<details class="operation" id="${id}">
<summary><code class="method">${method.toUpperCase()}</code> <code>${path}</code> <span>${summary}</span></summary>
${description
  .split('\n\n')
  .filter(Boolean)
  .map((words) => html`<p>${inline(words)}</p>`)}
<form data-method="${method.toUpperCase()}" data-path="${path}" data-accept="${acceptOf(operation)}">
${parameters.map(fieldOf)}
${
  request === undefined
    ? undefined
    : html`<label>Body <textarea name="body" rows="8" spellcheck="false">${pretty(
        request.example,
      )}</textarea></label>`
}
<p class="api-actions"><button type="submit" hidden>Try it</button></p>
<output hidden><span class="api-status"></span><pre tabindex="0"></pre></output>
</form>
</details>`;
}

function acceptOf({ reply, eventData }: Operation): string {
  return [...Object.keys(reply), ...(eventData === undefined ? [] : ['text/event-stream'])].join(
    ', ',
  );
}

function fieldOf({ name, in: place, description, example, required }: Parameter): Html {
  const needed = required === true ? ' required' : '';
  return html`<label>${name}
<input name="${name}" data-in="${place}" value="${example}"${needed} autocomplete="off">
<small>${inline(description)}</small></label>`;
}

function pretty(json: unknown): string {
  return JSON.stringify(json, undefined, 2);
}

/** What stands between backticks is code. */
function inline(words: string): Html[] {
  return words
    .split('`')
    .map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}
