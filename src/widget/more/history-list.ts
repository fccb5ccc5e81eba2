import type { LatePhrases } from '../../language/rules/late-phrases.js';
import type { KeptConversation, KeptConversations } from '../conversation/kept-conversations.js';
import { filled } from '../strings/filled.js';
import { button } from '../view/button.js';
import { h } from '../view/h.js';
import { icon } from '../view/icon.js';
import { removeKept, renameKept, restoreKept } from './change-kept.js';

export interface HistoryOptions {
  readonly kept: KeptConversations;
  readonly phrases: LatePhrases;
  /** Of the conversation that is being had, which is none of the earlier ones. */
  readonly currentId: string;
  /** Language of dates. */
  readonly language: string;
  readonly resume: (conversation: KeptConversation) => void;
}

/** The reader's earlier conversations: to search, to go on with, to rename, to delete. */
export class HistoryList {
  readonly element: HTMLElement;
  readonly #options: HistoryOptions;
  readonly #search: HTMLInputElement;
  readonly #list = h('ul', { class: 'history', role: 'list' });
  readonly #status = h('p', { class: 'history-status', role: 'status' });

  constructor(options: HistoryOptions) {
    this.#options = options;
    const { search } = options.phrases;
    this.#search = h('input', {
      class: 'search',
      type: 'search',
      'aria-label': search,
      placeholder: search,
      dir: 'auto',
    });
    this.#search.addEventListener('input', () => {
      this.#show();
    });
    this.element = h('div', {}, this.#search, this.#status, this.#list);
    this.#show();
  }

  #show(): void {
    const { kept, currentId, phrases } = this.#options;
    const words = this.#search.value.toLocaleLowerCase().split(/\s+/);
    const found = kept
      .read()
      .conversations.filter(
        (conversation) => conversation.id !== currentId && holds(conversation, words),
      );
    this.#search.hidden = found.length === 0 && this.#search.value === '';
    this.#status.textContent = found.length === 0 && this.#search.value !== '' ? phrases.none : '';
    this.#list.replaceChildren(...found.map((conversation) => this.#item(conversation)));
  }

  #item(conversation: KeptConversation): HTMLElement {
    const { phrases, language, resume } = this.#options;
    const title = titleOf(conversation);
    const item = h('li', { class: 'kept' });
    const date = new Date(conversation.changedAt);
    item.append(
      button({
        className: 'entry',
        part: 'kept',
        content: [
          h('span', { class: 'line', dir: 'auto' }, title),
          h('time', { class: 'where', datetime: date.toISOString() }, dateIn(language, date)),
        ],
        onClick: () => {
          resume(conversation);
        },
      }),
      this.#iconButton('clear', filled(phrases.rename, title), () => {
        this.#rename(item, conversation);
      }),
      this.#iconButton('close', filled(phrases.remove, title), () => {
        this.#remove(conversation);
      }),
    );
    return item;
  }

  #iconButton(name: 'clear' | 'close', label: string, onClick: () => void): HTMLButtonElement {
    return button({
      className: 'icon-button',
      part: 'kept',
      label,
      content: [icon(name)],
      onClick,
    });
  }

  /** Enter or going elsewhere keeps the new name, Escape the old one. */
  #rename(item: HTMLElement, conversation: KeptConversation): void {
    const { kept, phrases } = this.#options;
    const field = h('input', { class: 'search', 'aria-label': phrases.name, dir: 'auto' });
    field.value = titleOf(conversation);
    const end = (title: string): void => {
      field.removeEventListener('blur', onBlur);
      if (title !== conversation.title) renameKept(kept, conversation.id, title);
      this.#show();
      this.#focus(conversation.id);
    };
    const onBlur = (): void => {
      end(field.value.trim());
    };
    field.addEventListener('blur', onBlur);
    field.addEventListener('keydown', (event) => {
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      event.preventDefault();
      event.stopPropagation();
      end(event.key === 'Enter' ? field.value.trim() : conversation.title);
    });
    item.replaceChildren(field);
    field.select();
    field.focus();
  }

  #remove(conversation: KeptConversation): void {
    const { kept, phrases } = this.#options;
    removeKept(kept, conversation.id);
    this.#show();
    const undo = button({
      className: 'retry',
      part: 'undo',
      content: [phrases.undo],
      onClick: () => {
        restoreKept(kept, conversation);
        this.#show();
        this.#focus(conversation.id);
      },
    });
    this.#status.replaceChildren(filled(phrases.removed, titleOf(conversation)), ' ', undo);
    undo.focus();
  }

  #focus(id: string): void {
    const { kept, currentId } = this.#options;
    const at = kept
      .read()
      .conversations.filter((each) => each.id !== currentId)
      .findIndex((each) => each.id === id);
    this.#list.children[at]?.querySelector('button')?.focus();
  }
}

function titleOf({ title, turns }: KeptConversation): string {
  return title === '' ? (turns[0]?.question ?? '') : title;
}

function holds(conversation: KeptConversation, words: readonly string[]): boolean {
  const said = [
    titleOf(conversation),
    ...conversation.turns.flatMap(({ question, reply }) => [question, reply.answer]),
  ]
    .join('\n')
    .toLocaleLowerCase();
  return words.every((word) => said.includes(word));
}

/** In the reader's language, as far as the browser knows it. */
function dateIn(language: string, date: Date): string {
  try {
    return date.toLocaleDateString(language.replaceAll('_', '-'), { dateStyle: 'medium' });
  } catch {
    return date.toLocaleDateString();
  }
}
