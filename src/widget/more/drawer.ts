import type { LatePhrases } from '../../language/rules/late-phrases.js';
import type { KeptConversation, KeptConversations } from '../conversation/kept-conversations.js';
import type { FinishedTurn } from '../conversation/turn.js';
import { button } from '../view/button.js';
import { caption } from '../view/caption.js';
import type { ViewContext } from '../view/context.js';
import { h } from '../view/h.js';
import { icon } from '../view/icon.js';
import { keepFocusWithin } from '../view/keep-focus-within.js';
import { HistoryList } from './history-list.js';
import { latePhrasesOf } from './late-phrases-of.js';
import { adoptMoreSheet } from './more-sheet.js';
import { saveList } from './save-list.js';

export interface DrawerOptions {
  readonly context: ViewContext;
  /** What it covers while it is open. */
  readonly over: HTMLElement;
  readonly turns: readonly FinishedTurn[];
  /** Absent where conversations are not kept. */
  readonly kept: KeptConversations | undefined;
  readonly currentId: string;
  readonly canPrint: boolean;
  readonly resume: (conversation: KeptConversation) => void;
  /** Puts the focus back to where it was. */
  readonly onClose: () => void;
}

/** What can be done with the conversation, and those that were had before. */
export class Drawer {
  readonly #options: DrawerOptions;
  readonly #element: HTMLElement;

  /** Opens at once. */
  constructor(options: DrawerOptions) {
    this.#options = options;
    const { context, over } = options;
    const phrases = latePhrasesOf(context.wording);
    const close = button({
      className: 'icon-button',
      part: 'drawer-close',
      label: context.strings.close,
      content: [icon('close')],
      onClick: () => {
        this.close();
      },
    });
    this.#element = h(
      'div',
      {
        class: 'drawer',
        part: 'drawer',
        role: 'dialog',
        tabindex: '-1',
        'aria-label': phrases.conversations,
      },
      h('div', { class: 'drawer-head' }, h('p', { class: 'title' }, phrases.conversations), close),
      ...this.#groups(phrases),
    );
    this.#element.addEventListener('keydown', (event) => {
      if (event.key === 'Tab') keepFocusWithin(this.#element, event);
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
    });
    adoptMoreSheet(over);
    over.append(this.#element);
    this.#element.focus({ preventScroll: true });
  }

  close(): void {
    if (!this.#element.isConnected) return;
    this.#element.remove();
    this.#options.onClose();
  }

  #groups(phrases: LatePhrases): readonly HTMLElement[] {
    const { context, turns, kept, currentId, canPrint, resume } = this.#options;
    const print = (): void => {
      this.close();
      window.print();
    };
    const groups: HTMLElement[] = [];
    if (turns.length > 0) {
      const list = saveList({ turns, context, phrases, print: canPrint ? print : undefined });
      groups.push(group(phrases.thisOne, list));
    }
    if (kept) {
      const { element } = new HistoryList({
        kept,
        phrases,
        currentId,
        language: context.wording.language,
        resume: (conversation) => {
          this.close();
          resume(conversation);
        },
      });
      groups.push(group(phrases.earlier, element));
    }
    return groups;
  }
}

function group(name: string, content: HTMLElement): HTMLElement {
  return h('div', { class: 'group', role: 'group', 'aria-label': name }, caption(name), content);
}
