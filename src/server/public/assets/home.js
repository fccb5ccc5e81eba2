/**
 * @typedef {HTMLElement & {
 *   readonly ask: (text: string) => Promise<void>,
 *   readonly clear: () => void,
 * }} Chat
 */

/** How long a button says that it has copied, in milliseconds. */
const COPIED_MS = 2_000;

const chat = /** @type {Chat | null} */ (document.querySelector('declaration-chat'));
const boxes = [...document.querySelectorAll('.texts input')].filter(
  (box) => box instanceof HTMLInputElement,
);
const status = document.getElementById('status');

for (const box of boxes) {
  box.addEventListener('change', () => {
    choose(box);
  });
}
for (const button of document.querySelectorAll('.copy')) {
  if (button instanceof HTMLButtonElement) makeCopying(button);
}
addEventListener('keydown', focusField);
void askLinked(new URLSearchParams(location.search).get('question') ?? '');

/**
 * Has the chat stay within the texts that are ticked. One stays ticked.
 * @param {HTMLInputElement} changed
 */
function choose(changed) {
  const chosen = boxes.filter((box) => box.checked);
  if (chosen.length === 0) changed.checked = true;
  if (status !== null) {
    status.textContent = chosen.length === 0 ? 'At least one text is searched.' : '';
  }
  const ids = (chosen.length === 0 ? [changed] : chosen).map((box) => box.value);
  if (ids.length === boxes.length) chat?.removeAttribute('documents');
  else chat?.setAttribute('documents', ids.join(' '));
}

/** @param {HTMLButtonElement} button */
function makeCopying(button) {
  const code = document.getElementById(button.dataset.copies ?? '');
  button.hidden = false;
  button.addEventListener('click', () => void copy(button, code));
}

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLElement | null} code
 */
async function copy(button, code) {
  try {
    await navigator.clipboard.writeText(code?.textContent ?? '');
    button.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, COPIED_MS);
  } catch {
    // The clipboard is closed to pages that came without TLS from another machine.
    if (code !== null) getSelection()?.selectAllChildren(code);
  }
}

/**
 * Asks the question of a link such as `/?question=Who+decides%3F`.
 * @param {string} question
 */
async function askLinked(question) {
  if (chat === null || question.trim() === '') return;
  await customElements.whenDefined('declaration-chat');
  // The conversation outlives a reload; the question is not asked a second time.
  history.replaceState(null, '', location.pathname);
  // A conversation that was being had is none of the link's business.
  chat.clear();
  await chat.ask(question);
}

/**
 * As in many a page, a slash leads to the field, where it is not typed into one.
 * @param {KeyboardEvent} event
 */
function focusField(event) {
  const isTyped =
    event.target instanceof Element && event.target.matches('textarea, input[type="text"]');
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyped) return;
  event.preventDefault();
  chat?.focus();
}
