import { Chat } from './chat.js';
import type { DeclarationChatEventMap, Emit } from './events.js';
import { loadMore } from './load-more.js';
import { ATTRIBUTES, readSettings } from './settings.js';
import { chooseStrings, readStrings, type Wording } from './strings/choose-strings.js';
import type { LatePhrases } from '../language/rules/late-phrases.js';
import type { Phrases } from '../language/rules/phrases.js';
import { sharedSheet } from './view/style-sheets.js';

/** Absent on a server that only imports the class. */
const Base =
  (globalThis as { readonly HTMLElement?: typeof HTMLElement }).HTMLElement ??
  (Object as unknown as typeof HTMLElement);

type Listener<Name extends keyof DeclarationChatEventMap> = (
  event: DeclarationChatEventMap[Name],
) => void;

/**
 * `<declaration-chat>`: a chat that answers out of a server's texts, each number in an answer
 * leading to the words that it stands on. See `custom-elements.json` for attributes, parts and
 * custom properties.
 */
export class DeclarationChatElement extends Base {
  /** Origin that is asked where the element has no `server`. */
  static defaultServer = '';
  /** Of the module with what is not needed at first sight. */
  static moreAddress = '';
  static readonly observedAttributes: readonly string[] = ATTRIBUTES;

  #chat: Chat | undefined;
  #strings: Partial<Phrases & LatePhrases> = {};
  #isChanged = false;

  /** Wordings in place of the widget's own, for languages that it does not ship. */
  get strings(): Partial<Phrases & LatePhrases> {
    return this.#strings;
  }

  set strings(strings: Partial<Phrases & LatePhrases>) {
    this.#strings = strings;
    this.#change();
  }

  /** Opens the launcher's dialog. */
  open(): void {
    this.#chat?.open();
  }

  close(): void {
    this.#chat?.close();
  }

  toggle(): void {
    if (this.#chat?.isOpen) this.close();
    else this.open();
  }

  /**
   * Asks, opening the dialog where it is closed. Resolves when nothing more will come; what is
   * being answered is stopped.
   */
  async ask(text: string): Promise<void> {
    this.open();
    await this.#chat?.ask(text);
  }

  /** Begins a new conversation. */
  clear(): void {
    this.#chat?.clear();
  }

  /** Puts the focus into the field, where it is in sight. */
  override focus(): void {
    this.#chat?.focus();
  }

  connectedCallback(): void {
    this.#takeEarlyStrings();
    this.#chat ??= this.#newChat();
    this.#chat.attach();
    queueMicrotask(() => {
      this.#emit('ready', undefined);
    });
  }

  disconnectedCallback(): void {
    // Moving an element takes it out and puts it back at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#chat?.detach();
    });
  }

  attributeChangedCallback(): void {
    this.#change();
  }

  override addEventListener<Name extends keyof DeclarationChatEventMap>(
    type: Name,
    listener: Listener<Name>,
    options?: AddEventListenerOptions | boolean,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: AddEventListenerOptions | boolean,
  ): void;
  override addEventListener(
    type: string,
    listener: unknown,
    options?: AddEventListenerOptions | boolean,
  ): void {
    super.addEventListener(type, listener as EventListener, options);
  }

  #newChat(): Chat {
    const shadow = this.attachShadow({ mode: 'open' });
    const [sizes, sheet] = [new CSSStyleSheet(), new CSSStyleSheet()];
    shadow.adoptedStyleSheets = [sharedSheet(), sizes, sheet];
    return new Chat({
      shadow,
      sizes,
      sheet,
      emit: this.#emit,
      loadMore: () => loadMore(DeclarationChatElement.moreAddress),
      settings: this.#settings(),
      wording: this.#wording(),
    });
  }

  /** Changes that come together are looked at once. */
  #change(): void {
    if (!this.#chat || this.#isChanged) return;
    this.#isChanged = true;
    queueMicrotask(() => {
      this.#isChanged = false;
      this.#chat?.configure(this.#settings(), this.#wording());
    });
  }

  #settings(): ReturnType<typeof readSettings> {
    return readSettings((name) => this.getAttribute(name), {
      defaultServer: DeclarationChatElement.defaultServer,
    });
  }

  #wording(): Wording {
    const { lang, strings } = this.#settings();
    const page = this.parentElement?.closest('[lang]')?.getAttribute('lang');
    return chooseStrings({
      own: lang,
      others: [page ?? '', ...navigator.languages],
      replacements: [readStrings(strings), this.#strings],
    });
  }

  readonly #emit: Emit = (name, detail) => {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  };

  /** A page may have set the property before the class was there. */
  #takeEarlyStrings(): void {
    if (!Object.hasOwn(this, 'strings')) return;
    const { strings } = this;
    Reflect.deleteProperty(this, 'strings');
    this.strings = strings;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'declaration-chat': DeclarationChatElement;
  }
  /**
   * `open`, `close` and `error` are typed by the element's own `addEventListener`: other elements
   * have events of these names.
   */
  interface HTMLElementEventMap {
    ready: DeclarationChatEventMap['ready'];
    question: DeclarationChatEventMap['question'];
    answer: DeclarationChatEventMap['answer'];
    'citation-click': DeclarationChatEventMap['citation-click'];
  }
}
