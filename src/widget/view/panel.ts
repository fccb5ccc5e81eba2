import type { Turn } from '../conversation/turn.js';
import type { Settings } from '../settings.js';
import { button } from './button.js';
import { Composer } from './composer.js';
import type { ViewContext } from './context.js';
import { h } from './h.js';
import { icon } from './icon.js';
import { PinnedScroll } from './pinned-scroll.js';
import type { SourcePopover } from '../more/source-popover.js';
import { suggestionList } from './suggestion-list.js';
import { TurnView } from './turn-view.js';

const WIDE_EM = 50;

/** The chat itself: title, conversation, field. */
export class Panel {
  readonly element: HTMLElement;
  readonly composer: Composer;
  /** Absent until a paragraph was opened. */
  popover: SourcePopover | undefined;
  /** The conversation, and what stands beside or over it. */
  readonly middle = h('div', { class: 'middle' });
  readonly #context: ViewContext;
  readonly #title = h('h2', { class: 'title', part: 'title', dir: 'auto' });
  readonly #greeting = h('p', { class: 'greeting', part: 'greeting', dir: 'auto' });
  readonly #suggestions = h('div');
  readonly #return = h('div');
  readonly #start = h('div', { class: 'start' }, this.#greeting, this.#return, this.#suggestions);
  readonly #turns = h('div', { class: 'turns' });
  readonly #log = h('div', { class: 'log', part: 'log', role: 'group', tabindex: '0' });
  readonly #clear: HTMLButtonElement;
  readonly #menu: HTMLButtonElement;
  #isKept = false;
  readonly #status = h('p', { class: 'visually-hidden', role: 'status' });
  readonly #scroll: PinnedScroll;

  constructor(context: ViewContext, parts: { readonly isLauncher: boolean }) {
    this.#context = context;
    this.composer = new Composer(context);
    this.#clear = this.#iconButton('clear', context.actions.clear);
    this.#menu = this.#iconButton('menu', context.actions.menu);
    this.#menu.setAttribute('aria-haspopup', 'dialog');
    this.#log.setAttribute('aria-label', context.strings.conversation);
    this.#log.append(h('div', { class: 'column' }, this.#start, this.#turns));
    const newest = this.#iconButton('newest', () => {
      this.#scroll.pin();
    });
    this.#scroll = new PinnedScroll({
      log: this.#log,
      content: this.#turns,
      onChange: (isPinned) => {
        newest.hidden = isPinned;
        this.popover?.place();
      },
    });
    this.middle.append(this.#log, newest);
    const header = h(
      'header',
      { class: 'header', part: 'header' },
      this.#title,
      this.#clear,
      this.#menu,
      parts.isLauncher ? this.#iconButton('close', context.actions.close) : undefined,
    );
    this.element = h(
      'div',
      { class: 'panel', part: 'panel' },
      header,
      this.middle,
      this.composer.element,
      this.#status,
    );
    this.#showStart();
  }

  apply(settings: Settings): void {
    this.#isKept = settings.persist;
    this.#showStart();
    const { strings } = this.#context;
    this.#title.textContent = settings.title ?? strings.title;
    this.#greeting.textContent = settings.greeting ?? strings.greeting;
    this.composer.placeholder = settings.placeholder ?? strings.placeholder;
  }

  /** Questions to begin with. */
  suggest(questions: readonly string[]): void {
    const list = suggestionList(this.#context.strings.examples, questions, this.#context);
    this.#suggestions.replaceChildren(...(list ? [list] : []));
  }

  /** A way back to what was left, until something else is begun. */
  offerReturn(onClick: () => void): void {
    const { wording, actions } = this.#context;
    const place = h('span');
    this.#return.replaceChildren(place);
    actions.once(({ latePhrasesOf }) => {
      const content = [latePhrasesOf(wording).goBack];
      place.replaceWith(button({ className: 'retry', part: 'return', content, onClick }));
    });
  }

  /** Shows the turn below all others. */
  add(turn: Turn): TurnView {
    const view = new TurnView(turn, this.#context);
    this.#turns.append(view.element);
    this.#return.replaceChildren();
    this.#showStart();
    return view;
  }

  remove(view: TurnView): void {
    view.element.remove();
    this.#showStart();
  }

  /** Whether a paragraph fits beside the answer, as the stylesheet has it. */
  get isWide(): boolean {
    const { fontSize } = getComputedStyle(this.element);
    return this.element.clientWidth >= WIDE_EM * Number.parseFloat(fontSize);
  }

  readonly focusMenu = (): void => {
    this.#menu.focus();
  };

  focusLog(): void {
    this.#log.focus({ preventScroll: true });
  }

  toNewest(): void {
    this.#scroll.pin();
  }

  announce(text: string): void {
    this.#status.textContent = text;
  }

  #showStart(): void {
    const isEmpty = this.#turns.childElementCount === 0;
    this.#start.hidden = !isEmpty;
    this.#clear.hidden = isEmpty;
    this.#menu.hidden = isEmpty && !this.#isKept;
  }

  #iconButton(name: 'clear' | 'close' | 'menu' | 'newest', onClick: () => void): HTMLButtonElement {
    return button({
      className: 'icon-button',
      part: name,
      label: this.#context.strings[name],
      content: [icon(name === 'newest' ? 'down' : name)],
      onClick,
    });
  }
}
