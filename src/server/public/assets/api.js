/** Sends the forms of the page of the interface, and shows what comes back. */

/** A reply that goes on for longer is cut on the page. */
const MAX_SHOWN = 100_000;

const token = /** @type {HTMLInputElement | null} */ (document.getElementById('token'));
token?.closest('p')?.removeAttribute('hidden');

for (const form of document.forms) {
  form.querySelector('button')?.removeAttribute('hidden');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void attempt(form);
  });
}
openNamed();
addEventListener('hashchange', openNamed);

/** A link to an operation opens it. */
function openNamed() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named instanceof HTMLDetailsElement) named.open = true;
}

/** @param {HTMLFormElement} form */
async function attempt(form) {
  const output = form.querySelector('output');
  const status = output?.querySelector('.api-status');
  const shown = output?.querySelector('pre');
  if (!output || !status || !shown) return;
  output.hidden = false;
  status.textContent = '…';
  shown.textContent = '';
  let words = '';
  const started = performance.now();
  try {
    const response = await fetch(addressOf(form), requestOf(form));
    for await (const text of textOf(response)) {
      words = (words + text).slice(0, MAX_SHOWN);
      shown.textContent = words;
    }
    if (response.headers.get('content-type')?.includes('json')) {
      shown.textContent = indented(words);
    }
    const took = Math.round(performance.now() - started);
    status.textContent = `${response.status} ${response.statusText} · ${took} ms`;
  } catch (error) {
    status.textContent = String(error);
  }
}

/** @param {HTMLFormElement} form */
function addressOf(form) {
  let path = form.dataset.path ?? '';
  const query = new URLSearchParams();
  for (const field of form.querySelectorAll('input')) {
    if (field.dataset.in === 'path') {
      path = path.replace(`{${field.name}}`, encodeURIComponent(field.value));
    } else if (field.value !== '') query.set(field.name, field.value);
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

/**
 * @param {HTMLFormElement} form
 * @returns {RequestInit}
 */
function requestOf(form) {
  const body = form.querySelector('textarea')?.value;
  const streams = body !== undefined && /"stream"\s*:\s*true/.test(body);
  const types = form.dataset.accept ?? '';
  // The protocol of agents wants both named; elsewhere the first that a stream comes by would win.
  const isMcp = form.dataset.path === '/mcp';
  const accept = streams || isMcp ? types : (types.split(', ')[0] ?? '');
  return {
    method: form.dataset.method ?? 'GET',
    headers: {
      ...(accept === '' ? {} : { accept }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token?.value ? { authorization: `Bearer ${token.value}` } : {}),
    },
    ...(body === undefined ? {} : { body }),
  };
}

/** @param {Response} response */
async function* textOf({ body }) {
  if (body === null) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** @param {string} json */
function indented(json) {
  try {
    return JSON.stringify(JSON.parse(json), undefined, 2);
  } catch {
    return json;
  }
}
