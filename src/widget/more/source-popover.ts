import { placeName } from '../wording/paragraph-name.js';
import { sourceAddress } from '../wording/source-address.js';
import { button } from '../view/button.js';
import type { Place, ViewContext } from '../view/context.js';
import { h } from '../view/h.js';
import { icon } from '../view/icon.js';
import { isSmallScreen } from '../view/small-screen.js';
import { AROUND, FetchedParagraphs } from './fetched-paragraphs.js';
import { latePhrasesOf } from './late-phrases-of.js';
import { placeBeside } from './place-beside.js';
import { fillWithSource, neighbour } from './source-words.js';

/** A paragraph with the quoted words marked, beside the number that opened it. */
export class SourcePopover {
  readonly element: HTMLElement;
  readonly #context: ViewContext;
  /**
   * Where the popover stands is a rule of a sheet: an inline style could be forbidden by the page.
   */
  readonly #sheet: CSSStyleSheet;
  readonly #paragraphs = new FetchedParagraphs();
  #anchor: HTMLElement | undefined;

  constructor(context: ViewContext, sheet: CSSStyleSheet) {
    this.#context = context;
    this.#sheet = sheet;
    this.element = h('div', {
      class: 'popover',
      part: 'popover',
      role: 'dialog',
      tabindex: '-1',
      popover: 'manual',
    });
    this.element.hidden = true;
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** Opens beside what was pressed; pressed again, it closes. */
  toggle(place: Place, anchor: HTMLElement): void {
    if (this.#anchor === anchor) this.close({ restoreFocus: true });
    else this.#open(place, anchor);
  }

  #open(place: Place, anchor: HTMLElement): void {
    this.close();
    this.#anchor = anchor;
    anchor.setAttribute('aria-expanded', 'true');
    const name = placeName(place, this.#context.strings);
    this.element.setAttribute('aria-label', `${name}, ${place.documentTitle}`);
    const words = h('p', { class: 'paragraph', part: 'paragraph', dir: 'auto', tabindex: '0' });
    fillWithSource(words, place);
    this.element.replaceChildren(this.#head(name, place), words, ...this.#link(place));
    this.element.hidden = false;
    this.place();
    bringQuoteIntoSight(this.element);
    // The panel may be higher than the window.
    this.element.scrollIntoView({ block: 'nearest' });
    this.element.focus({ preventScroll: true });
    if (isSmallScreen()) void this.#putAround(words, place);
  }

  /** A sheet has room for what stands around the paragraph. */
  async #putAround(words: HTMLElement, place: Place): Promise<void> {
    const { before, after } = await this.#paragraphs.around(this.#context, place, AROUND);
    if (!words.isConnected) return;
    words.before(...before.map(neighbour));
    words.after(...after.map(neighbour));
    bringQuoteIntoSight(this.element);
  }

  /** `restoreFocus`: back to the number, where the reader did not go elsewhere. */
  close({ restoreFocus = false }: { readonly restoreFocus?: boolean } = {}): void {
    if (!this.isOpen) return;
    this.element.hidden = true;
    this.element.replaceChildren();
    this.#anchor?.removeAttribute('aria-expanded');
    if (restoreFocus) this.#anchor?.focus({ preventScroll: true });
    this.#anchor = undefined;
  }

  /** Stands beside its number again, after either has moved. */
  readonly place = (): void => {
    const panel = this.element.parentElement;
    if (!this.isOpen || !panel || !this.#anchor) return;
    // On a small screen a sheet over all that there is, by the page's own transforms and edges unbound.
    const isSheet = isSmallScreen();
    if (isSheet !== this.element.matches(':popover-open')) this.element.togglePopover(isSheet);
    const { left, top } = placeBeside({
      card: this.element.getBoundingClientRect(),
      anchor: this.#anchor.getBoundingClientRect(),
      panel: panel.getBoundingClientRect(),
      direction: getComputedStyle(panel).direction === 'rtl' ? 'rtl' : 'ltr',
    });
    this.#sheet.replaceSync(`.popover{left:${left}px;top:${top}px}`);
  };

  #head(name: string, place: Place): HTMLElement {
    const close = button({
      className: 'icon-button',
      part: 'popover-close',
      label: this.#context.strings.close,
      content: [icon('close')],
      onClick: () => {
        this.close({ restoreFocus: true });
      },
    });
    const where = h(
      'p',
      { class: 'where', dir: 'auto' },
      [place.documentTitle, ...place.section].join(' › '),
    );
    return h(
      'div',
      { class: 'popover-head' },
      h('div', {}, h('p', { class: 'popover-name' }, name), where),
      close,
    );
  }

  #link(place: Place): readonly HTMLElement[] {
    const { wording, server } = this.#context;
    const phrases = latePhrasesOf(wording);
    const href = sourceAddress(server(), place);
    if (href === undefined) return [];
    const hint = h('span', { class: 'visually-hidden' }, ` (${phrases.opensNewTab})`);
    return [
      h(
        'a',
        { class: 'in-text', part: 'link', href, target: '_blank', rel: 'noopener' },
        phrases.openInText,
        hint,
        icon('onward'),
      ),
    ];
  }
}

/** In a long paragraph the quote may be far down. Scrolls the paragraph alone, never the page. */
function bringQuoteIntoSight(card: HTMLElement): void {
  const mark = card.querySelector('mark');
  const words = mark?.parentElement;
  for (const scroller of [words, card]) {
    if (mark && scroller) {
      const below = mark.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      scroller.scrollTop += below - scroller.clientHeight / 4;
    }
  }
}
