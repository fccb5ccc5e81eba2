import { MAX_QUESTION_CHARACTERS } from '../conversation/history.js';
import { filled } from '../strings/filled.js';
import { button } from './button.js';
import type { ViewContext } from './context.js';
import { h } from './h.js';
import { icon } from './icon.js';

/** The field to ask in. */
export class Composer {
  readonly element: HTMLFormElement;
  readonly #context: ViewContext;
  readonly #field: HTMLTextAreaElement;
  /** The words once more, out of sight, so that the field grows with them. */
  readonly #grower = h('div', { class: 'grower' });
  readonly #advice = h('p', { class: 'advice', id: 'advice' });
  readonly #ask: HTMLButtonElement;
  readonly #stop: HTMLButtonElement;
  #isBusy = false;

  constructor(context: ViewContext) {
    this.#context = context;
    const { strings, actions } = context;
    this.#field = h('textarea', {
      class: 'field',
      part: 'input',
      rows: '1',
      'aria-label': strings.question,
      'aria-describedby': 'advice',
      dir: 'auto',
      enterkeyhint: 'send',
    });
    this.#ask = h(
      'button',
      { type: 'submit', class: 'ask', part: 'ask', 'aria-label': strings.ask, title: strings.ask },
      icon('ask'),
    );
    this.#stop = button({
      className: 'stop',
      label: strings.stop,
      content: [icon('stop')],
      onClick: ({ detail }) => {
        // The second click of a double click on what stood here a moment ago is not meant.
        if (detail < 2) actions.stop();
      },
    });
    this.#stop.hidden = true;
    this.#grower.append(this.#field);
    this.element = h(
      'form',
      { class: 'composer', part: 'composer', autocomplete: 'off', novalidate: '' },
      h('div', { class: 'box' }, this.#grower, this.#ask, this.#stop),
      this.#advice,
    );
    this.#listen();
    this.#check();
  }

  get draft(): string {
    return this.#field.value;
  }

  set draft(text: string) {
    this.#field.value = text;
    this.#check();
  }

  set placeholder(text: string) {
    this.#field.placeholder = text;
  }

  /** Says what could not be done, until something else is typed. */
  advise(words: string): void {
    this.#advice.textContent = words;
    this.#context.actions.announce(words);
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  focus(): void {
    this.#field.focus({ preventScroll: true });
  }

  setBusy(isBusy: boolean): void {
    // Whoever pressed a button that goes away keeps a place.
    const hadFocus = [this.#ask, this.#stop].some((element) => element.matches(':focus'));
    this.#isBusy = isBusy;
    this.#stop.hidden = !isBusy;
    this.#check();
    if (hadFocus) (isBusy ? this.#stop : this.#field).focus({ preventScroll: true });
  }

  #listen(): void {
    this.#field.addEventListener('input', () => {
      this.#check();
    });
    this.#field.addEventListener('keydown', (event) => {
      // While an input method composes a character, Enter chooses it; Safari tells that by the key
      // code alone.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- As said.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) {
        return;
      }
      event.preventDefault();
      this.#submit();
    });
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
  }

  #submit(): void {
    const question = this.#field.value.trim();
    if (this.#excess() > 0) this.#context.actions.announce(this.#advice.textContent);
    if (question === '' || this.#excess() > 0) {
      this.focus();
      return;
    }
    this.draft = '';
    this.#context.actions.ask(question);
  }

  #excess(): number {
    return this.#field.value.trim().length - MAX_QUESTION_CHARACTERS;
  }

  #check(): void {
    this.#grower.dataset.words = this.#field.value;
    // While an answer is coming, only what has been typed can be asked next.
    this.#ask.hidden = this.#isBusy && this.#field.value.trim() === '';
    const excess = this.#excess();
    this.#advice.textContent = excess > 0 ? filled(this.#context.strings.tooLong, excess) : '';
    this.#field.setAttribute('aria-invalid', String(excess > 0));
  }
}
