import { isSmallScreen } from './small-screen.js';

/** Of the entry in the browser's history that stands for the open dialog. */
const ENTRY = 'declarationChat';

/**
 * Where the dialog is all there is, what lies behind it is out of reach for every device, and the
 * browser's way back closes it instead of leaving the page.
 */
export class ModalPage {
  readonly #onBack: () => void;
  #inert: Element[] = [];
  #isEntered = false;

  constructor(onBack: () => void) {
    this.#onBack = onBack;
  }

  /** `element` stays within reach, and all that it stands in. */
  enter(element: Element): void {
    if (this.#isEntered || !isSmallScreen()) return;
    this.#isEntered = true;
    this.#inert = around(element).filter((other) => !other.hasAttribute('inert'));
    for (const other of this.#inert) other.setAttribute('inert', '');
    history.pushState({ ...stateOf(history), [ENTRY]: true }, '');
    addEventListener('popstate', this.#back);
  }

  leave(): void {
    if (!this.#isEntered) return;
    this.#release();
    // Unless the page has gone elsewhere meanwhile.
    if (stateOf(history)[ENTRY] === true) history.back();
  }

  readonly #back = (): void => {
    this.#release();
    this.#onBack();
  };

  #release(): void {
    this.#isEntered = false;
    for (const other of this.#inert) other.removeAttribute('inert');
    this.#inert = [];
    removeEventListener('popstate', this.#back);
  }
}

/** Whatever stands beside the element or beside something that it stands in. */
function around(element: Element): Element[] {
  const others: Element[] = [];
  let inner: Element = element;
  while (inner !== document.body) {
    const outer = inner.parentNode;
    if (outer instanceof ShadowRoot) inner = outer.host;
    else if (outer instanceof Element) {
      others.push(...[...outer.children].filter((child) => child !== inner));
      inner = outer;
    } else break;
  }
  return others;
}

function stateOf({ state }: History): Readonly<Record<string, unknown>> {
  return typeof state === 'object' && state !== null ? (state as Record<string, unknown>) : {};
}
