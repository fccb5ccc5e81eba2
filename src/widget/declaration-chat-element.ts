/** Absent on a server that only imports the class. */
const Base = (globalThis as { readonly HTMLElement?: typeof HTMLElement }).HTMLElement ?? (Object as unknown as typeof HTMLElement);

export class DeclarationChatElement extends Base {
  /** Origin that is asked where the element has no `server`. */
  static defaultServer = '';

  connectedCallback(): void {
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' }).append(this.title);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'declaration-chat': DeclarationChatElement;
  }
}
