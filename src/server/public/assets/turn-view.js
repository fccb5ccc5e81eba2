import { append, appendWords } from './inline-text.js';
import { appendSourceList, paragraphName } from './source-list.js';

/** @typedef {import('../../../protocol.js').Citation} Citation */
/** @typedef {import('../../../protocol.js').ChatReply} ChatReply */

let turns = 0;

/** One question and what came of it. */
export class TurnView {
  #prefix = `source-${++turns}-`;
  #text = '';
  #waiting = true;
  /** @type {Map<number, Citation>} */
  #citations = new Map();
  /** @type {ReturnType<typeof appendSourceList> | undefined} */
  #sources;

  /**
   * @param {HTMLElement} conversation
   * @param {string} question
   */
  constructor(conversation, question) {
    this.element = append(conversation, 'article', { className: 'turn' });
    this.element.tabIndex = -1;
    append(this.element, 'h2', { text: question });
    this.body = append(this.element, 'div');
    this.answer = append(this.body, 'p', { className: 'answer' });
    this.hint = append(this.body, 'p', { className: 'hint', text: 'Searching the texts…' });
    this.#render();
  }

  /** @param {number} count */
  showFound(count) {
    this.hint.textContent = count === 1 ? 'Reading one paragraph…' : `Reading ${count} paragraphs…`;
  }

  /** @param {Citation} citation */
  addCitation(citation) {
    this.#citations.set(citation.number, citation);
    this.#sources ??= appendSourceList(this.body, 'Sources');
    this.#sources.add(citation, this.#prefix + String(citation.number));
  }

  /** @param {string} text */
  addText(text) {
    this.hint.hidden = true;
    this.#text += text;
    this.#render();
  }

  /**
   * @param {ChatReply} reply
   * @param {string} question
   */
  finish(reply, question) {
    this.#stopWaiting();
    if (!reply.answered) this.#showAbstention(reply);
    const how = reply.mode === 'extractive' ? 'Word for word from the texts.' : 'Written by a language model from the texts.';
    const searched = reply.query === question ? '' : ` Searched for: ${reply.query}`;
    this.#explain(((reply.answered ? how : '') + searched).trim());
  }

  /**
   * @param {string} title
   * @param {string} detail
   */
  fail(title, detail) {
    this.#stopWaiting();
    const box = append(this.body, 'div', { className: 'failure' });
    append(box, 'p', { className: 'verdict', text: title });
    append(box, 'p', { text: detail });
    return append(box, 'button', { text: 'Ask again' });
  }

  stop() {
    this.#stopWaiting();
    this.#explain('Stopped.');
  }

  /** @param {string} text */
  #explain(text) {
    this.hint.textContent = text;
    this.hint.hidden = text === '';
  }

  #stopWaiting() {
    this.#waiting = false;
    this.hint.hidden = true;
    this.#render();
  }

  /** @param {Extract<ChatReply, { answered: false }>} reply */
  #showAbstention({ nearest }) {
    const box = document.createElement('div');
    box.className = 'abstention';
    append(box, 'p', { className: 'verdict', text: 'The texts do not say' });
    this.answer.replaceWith(box);
    box.appendChild(this.answer);
    if (nearest.length === 0) return;
    const list = appendSourceList(this.body, 'Nearest paragraphs');
    nearest.forEach((passage, at) => {
      list.add(passage, this.#prefix + String(at + 1));
    });
  }

  /** Draws the answer so far; a number becomes a link only where its citation is there. */
  #render() {
    this.answer.replaceChildren();
    this.answer.classList.toggle('waiting', this.#waiting && this.#text !== '');
    this.hint.classList.toggle('waiting', this.#waiting && this.#text === '');
    let bold = false;
    for (const part of this.#text.split(/(\[\d+\])/)) {
      const citation = this.#citations.get(Number(/^\[(\d+)\]$/.exec(part)?.[1]));
      if (citation) this.#appendMarker(citation);
      else bold = appendWords(this.answer, part, bold);
    }
  }

  /** @param {Citation} citation */
  #appendMarker({ number, documentTitle, paragraph }) {
    const id = this.#prefix + String(number);
    const marker = append(this.answer, 'a', { className: 'marker', text: String(number) });
    marker.href = `#${id}`;
    marker.title = `${paragraphName(paragraph)} · ${documentTitle}`;
    marker.setAttribute('aria-label', `Source ${number}: ${marker.title}`);
    marker.addEventListener('click', (event) => {
      const source = document.getElementById(id);
      if (!(source instanceof HTMLDetailsElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      source.open = true;
      source.querySelector('summary')?.focus({ preventScroll: true });
      source.scrollIntoView({ block: 'nearest' });
    });
  }
}
