import { placeName } from '../wording/paragraph-name.js';
import { sourceAddress } from '../wording/source-address.js';
import type { Place, ViewContext } from '../view/context.js';
import { h } from '../view/h.js';
import { icon } from '../view/icon.js';
import { AROUND, FetchedParagraphs, type SourceParagraph } from './fetched-paragraphs.js';
import { latePhrasesOf } from './late-phrases-of.js';
import { adoptMoreSheet } from './more-sheet.js';
import { fillWithSource, neighbour } from './source-words.js';

/**
 * The cited paragraph in its context, beside the answer. It follows the number that is pointed at,
 * and takes the focus only when the reader goes there.
 */
export class SourcePane {
  readonly #element = h('section', { class: 'pane', part: 'pane' });
  readonly #context: ViewContext;
  readonly #paragraphs = new FetchedParagraphs();
  #anchor: HTMLElement | undefined;
  #place: Place | undefined;

  /** Stands at the end of `row`. */
  constructor(context: ViewContext, row: HTMLElement) {
    this.#context = context;
    this.#element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.#anchor?.isConnected) return;
      event.preventDefault();
      event.stopPropagation();
      this.#anchor.focus();
    });
    adoptMoreSheet(row);
    row.append(this.#element);
    this.clear();
  }

  /** Nothing is pointed at any more. */
  clear(): void {
    this.#anchor?.removeAttribute('aria-current');
    this.#anchor = undefined;
    this.#place = undefined;
    this.#element.hidden = true;
  }

  focus(): void {
    this.#element.querySelector<HTMLElement>('.context')?.focus({ preventScroll: true });
  }

  /**
   * What stands around the paragraph follows when it has come. The number may not be there yet while
   * the answer is coming.
   */
  show(place: Place, anchor: HTMLElement | undefined): void {
    if (this.#anchor !== anchor) {
      this.#anchor?.removeAttribute('aria-current');
      this.#anchor = anchor;
      anchor?.setAttribute('aria-current', 'true');
    }
    if (isSamePlace(this.#place, place)) return;
    this.#place = place;
    this.#element.hidden = false;
    this.#render(place, { before: [], after: [] });
    void this.#paragraphs.around(this.#context, place, AROUND).then((around) => {
      if (this.#place === place && around.before.length + around.after.length > 0) {
        this.#render(place, around);
      }
    });
  }

  #render(
    place: Place,
    {
      before,
      after,
    }: { readonly before: readonly SourceParagraph[]; readonly after: readonly SourceParagraph[] },
  ): void {
    const { strings, wording, server } = this.#context;
    const phrases = latePhrasesOf(wording);
    const hadFocus = this.#element.contains(rootFocus(this.#element));
    const name = placeName(place, strings);
    const cited = h('p', { class: 'cited', part: 'paragraph', dir: 'auto' });
    const target = fillWithSource(cited, place) ?? cited;
    const words = h(
      'div',
      { class: 'context', tabindex: '0', role: 'group', 'aria-label': name },
      ...before.map(neighbour),
      cited,
      ...after.map(neighbour),
    );
    this.#element.setAttribute('aria-label', `${name}, ${place.documentTitle}`);
    this.#element.replaceChildren(
      h(
        'div',
        { class: 'pane-head' },
        h('p', { class: 'popover-name' }, name),
        h(
          'p',
          { class: 'where', dir: 'auto' },
          [place.documentTitle, ...place.section].join(' › '),
        ),
      ),
      words,
      h(
        'a',
        {
          class: 'in-text',
          part: 'link',
          href: sourceAddress(server(), place),
          target: '_blank',
          rel: 'noopener',
        },
        phrases.openInText,
        h('span', { class: 'visually-hidden' }, ` (${phrases.opensNewTab})`),
        icon('onward'),
      ),
    );
    words.scrollTop +=
      target.getBoundingClientRect().top -
      words.getBoundingClientRect().top -
      words.clientHeight / 3;
    if (hadFocus) this.focus();
  }
}

function isSamePlace(one: Place | undefined, other: Place): boolean {
  return one?.url === other.url && one.start === other.start && one.end === other.end;
}

function rootFocus(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.activeElement : null;
}
