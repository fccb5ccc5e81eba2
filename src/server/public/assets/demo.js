import { readEvents } from './event-stream.js';
import { TurnView } from './turn-view.js';

/** @typedef {import('../../../protocol.js').ChatReply} ChatReply */
/** @typedef {import('../../../protocol.js').Citation} Citation */
/** @typedef {import('../../../protocol.js').Problem} Problem */
/** @typedef {import('../../../types.js').ChatMessage} ChatMessage */

/** A follow-up leans on the last few turns; the server refuses more than 50 messages. */
const MAX_HISTORY_MESSAGES = 20;

const form = byId(HTMLFormElement, 'ask');
const field = byId(HTMLTextAreaElement, 'question');
const askButton = byId(HTMLButtonElement, 'submit');
const stopButton = byId(HTMLButtonElement, 'stop');
const restartButton = byId(HTMLButtonElement, 'restart');
const conversation = byId(HTMLElement, 'conversation');
const main = byId(HTMLElement, 'main');
const status = byId(HTMLElement, 'status');
const advice = byId(HTMLElement, 'advice');
const ADVICE = advice.textContent;

/** @type {ChatMessage[]} */
let history = [];
/** @type {AbortController | undefined} */
let running;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void ask(field.value.trim());
});
field.addEventListener('keydown', (event) => {
  // While an input method composes a character, Enter chooses it.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});
for (const example of document.querySelectorAll('.examples button')) {
  example.addEventListener('click', () => void ask(example.textContent));
}
stopButton.addEventListener('click', () => running?.abort());
restartButton.addEventListener('click', () => {
  running?.abort();
  history = [];
  conversation.replaceChildren();
  showRunning(undefined);
  field.focus();
});

const linked = new URLSearchParams(location.search).get('question');
if (linked !== null) void ask(linked.trim());

/** @param {string} question */
async function ask(question) {
  const documents = chosenDocuments();
  if (running !== undefined) return;
  if (question === '') {
    advise('Write a question first.');
    return;
  }
  if (documents?.length === 0) {
    advise('Choose at least one text to search.');
    return;
  }
  advise(ADVICE);
  const controller = new AbortController();
  const turn = new TurnView(conversation, question);
  // A button that was pressed is about to be hidden, and would drop the focus.
  if (document.activeElement !== field) turn.element.focus({ preventScroll: true });
  showRunning(controller);
  field.value = '';
  turn.element.scrollIntoView({ block: 'start' });
  const messages = [...history.slice(-MAX_HISTORY_MESSAGES), { role: /** @type {const} */ ('user'), content: question }];
  try {
    const reply = await converse(turn, { messages, documents, stream: true }, controller.signal);
    history = [...messages, { role: 'assistant', content: reply.answer }];
    turn.finish(reply, question);
    status.textContent = spoken(reply);
  } catch (error) {
    if (controller.signal.aborted) turn.stop();
    else showFailure(turn, question, error);
  } finally {
    if (document.activeElement === stopButton) turn.element.focus({ preventScroll: true });
    endRun(controller);
  }
}

/**
 * Sends the conversation and shows what comes back as it comes.
 * @param {TurnView} turn
 * @param {unknown} request
 * @param {AbortSignal} signal
 * @returns {Promise<ChatReply>}
 */
async function converse(turn, request, signal) {
  const response = await fetch('/api/chat', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  });
  if (!response.ok || response.body === null) throw new ProblemError(await response.json());
  for await (const { event, data } of readEvents(response.body)) {
    if (event === 'passages') turn.showFound(/** @type {{ passages: readonly unknown[] }} */ (data).passages.length);
    else if (event === 'citation') turn.addCitation(/** @type {Citation} */ (data));
    else if (event === 'delta') turn.addText(/** @type {{ text: string }} */ (data).text);
    else if (event === 'answer') return /** @type {ChatReply} */ (data);
    else if (event === 'error') throw new ProblemError(data);
  }
  throw new Error('the connection was cut before the answer was complete');
}

class ProblemError extends Error {
  /** @param {unknown} body a problem document */
  constructor(body) {
    const problem = /** @type {Problem} */ (body);
    super(problem.detail);
    this.title = problem.title;
  }
}

/**
 * @param {TurnView} turn
 * @param {string} question
 * @param {unknown} error
 */
function showFailure(turn, question, error) {
  const [title, detail] =
    error instanceof ProblemError
      ? [error.title, error.message]
      : ['The server could not be reached', 'See that it is running and that you are connected to it.'];
  const again = turn.fail(title, detail);
  again.addEventListener('click', () => {
    turn.element.remove();
    void ask(question);
  });
  status.textContent = `${title}. ${detail}`;
}

/**
 * Another question may have been asked meanwhile.
 * @param {AbortController} controller
 */
function endRun(controller) {
  if (running === controller) showRunning(undefined);
}

/** @param {AbortController | undefined} controller */
function showRunning(controller) {
  running = controller;
  const busy = controller !== undefined;
  askButton.hidden = busy;
  stopButton.hidden = !busy;
  const asked = conversation.childElementCount > 0;
  main.classList.toggle('asked', asked);
  restartButton.hidden = !asked;
  if (busy) status.textContent = 'Searching the texts.';
}

/** The ids that are ticked; `undefined` where all are, which means all that the server has. */
function chosenDocuments() {
  const boxes = [...document.querySelectorAll('.texts input')].filter((box) => box instanceof HTMLInputElement);
  const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
  return chosen.length === boxes.length ? undefined : chosen;
}

/** @param {string} text */
function advise(text) {
  if (advice.textContent !== text) advice.textContent = text;
}

/**
 * What a screen reader says when the answer is complete.
 * @param {ChatReply} reply
 */
function spoken({ answered, answer, citations }) {
  const sources = citations.length === 1 ? 'One source.' : `${citations.length} sources.`;
  return answered ? `${answer.replace(/\s*\[\d+\]/g, '')} ${sources}` : `The texts do not say. ${answer}`;
}

/**
 * @template {HTMLElement} Kind
 * @param {new () => Kind} kind
 * @param {string} id
 * @returns {Kind}
 */
function byId(kind, id) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${id}`);
  return element;
}
