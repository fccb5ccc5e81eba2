import { allListed, boxesOf, offerToFind } from './texts.js';

/**
 * @typedef {HTMLElement & {
 *   readonly ask: (text: string) => Promise<void>,
 *   readonly clear: () => void,
 * }} Chat
 */

/** How long a button says that it has copied, in milliseconds. */
const COPIED_MS = 2_000;

const chat = /** @type {Chat | null} */ (document.querySelector('declaration-chat'));
const texts = document.querySelector('.texts');
const status = document.getElementById('status');
/** Of many texts all are searched until some are ticked. */
const isLong = document.querySelector('.texts .long') !== null;

texts?.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === 'checkbox') choose(target);
});
if (isLong) offerToFind();
for (const button of document.querySelectorAll('.copy')) {
  if (button instanceof HTMLButtonElement) makeCopying(button);
}
addEventListener('keydown', focusField);
void takeLink(new URLSearchParams(location.search));

/**
 * Has the chat stay within the texts that are ticked. One stays ticked.
 * @param {HTMLInputElement} changed
 */
function choose(changed) {
  const boxes = boxesOf();
  const chosen = boxes.filter((box) => box.checked);
  if (isLong && chosen.length === 0) {
    chat?.removeAttribute('documents');
    return;
  }
  if (chosen.length === 0) changed.checked = true;
  if (status !== null) {
    status.textContent = chosen.length === 0 ? (status.dataset.atLeastOne ?? '') : '';
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
    const before = button.textContent;
    const { copied = before } = button.dataset;
    if (before === copied) return;
    button.textContent = copied;
    setTimeout(() => {
      button.textContent = before;
    }, COPIED_MS);
  } catch {
    // The clipboard is closed to pages that came without TLS from another machine.
    if (code !== null) getSelection()?.selectAllChildren(code);
  }
}

/**
 * Does what a link says: asks its question, as in `/?question=Who+decides%3F`, or begins one for the
 * reader to end, as in `/?draft=Paragraph+22%3A+&documents=dushanbe-2021`.
 * @param {URLSearchParams} link
 */
async function takeLink(link) {
  const question = link.get('question') ?? '';
  const draft = link.get('draft') ?? '';
  if (chat === null || (question + draft).trim() === '') return;
  await keepTicked((link.get('documents') ?? '').split(' '));
  await customElements.whenDefined('declaration-chat');
  // The conversation outlives a reload; the question is not asked a second time.
  history.replaceState(null, '', location.pathname);
  // A conversation that was being had is none of the link's business.
  chat.clear();
  if (question.trim() !== '') await chat.ask(question);
  else fillField(draft);
}

/**
 * Ticks these texts alone, if there are any of them.
 * @param {readonly string[]} ids
 * @returns {Promise<void>}
 */
async function keepTicked(ids) {
  const isListed = ids.every((id) => boxesOf().some((box) => box.value === id));
  if (isLong && !isListed) await allListed();
  const boxes = boxesOf();
  const kept = boxes.filter((box) => ids.includes(box.value));
  const [first] = kept;
  if (first === undefined) return;
  for (const box of boxes) box.checked = kept.includes(box);
  choose(first);
}

/** @param {string} words */
function fillField(words) {
  const field = chat?.shadowRoot?.querySelector('textarea');
  if (!field) return;
  field.value = words;
  field.dispatchEvent(new Event('input'));
  field.focus();
  field.setSelectionRange(words.length, words.length);
}

/**
 * As in many a page, a slash leads to the field, where it is not typed into one.
 * @param {KeyboardEvent} event
 */
function focusField(event) {
  const isTyped =
    event.target instanceof Element &&
    event.target.matches('textarea, input:not([type="checkbox"])');
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyped) return;
  event.preventDefault();
  chat?.focus();
}
