import type { MoreModule } from '../load-more.js';
import type { Place, ViewContext } from './context.js';
import type { Panel } from './panel.js';

type Pane = InstanceType<MoreModule['SourcePane']>;

/** The parts of the view that are loaded when somebody wants them; a reader is told where they do not come. */
export class LateParts {
  readonly #load: () => Promise<MoreModule>;
  readonly #context: ViewContext;
  readonly #panel: Panel;
  readonly #sheet: CSSStyleSheet;
  readonly #whenOpen: ((more: MoreModule) => void)[] = [];
  #pane: Pane | undefined;

  constructor(parts: {
    readonly load: () => Promise<MoreModule>;
    readonly context: ViewContext;
    readonly panel: Panel;
    /** Of this widget alone; holds where the card stands. */
    readonly sheet: CSSStyleSheet;
  }) {
    this.#load = parts.load;
    this.#context = parts.context;
    this.#panel = parts.panel;
    this.#sheet = parts.sheet;
  }

  /** Does something with the parts once they are there. */
  async use(act: (more: MoreModule) => unknown): Promise<void> {
    try {
      await act(await this.#load());
    } catch {
      this.#panel.composer.advise(this.#context.strings.notLoaded);
    }
  }

  /** Has them come while the reader is waiting anyway; where they do not, there is time for that. */
  prepare(): void {
    this.#load().catch(() => undefined);
  }

  /** Does something with the parts where they come, once the chat is open; nobody waits for that. */
  once(act: (more: MoreModule) => void): void {
    this.#whenOpen.push(act);
    this.complete();
  }

  /** A kept conversation that nobody looks at costs a page nothing. */
  complete(): void {
    if (this.#panel.element.hidden) return;
    for (const act of this.#whenOpen.splice(0)) {
      this.#load()
        .then(act)
        .catch(() => undefined);
    }
  }

  /** Shows the paragraph in a card, or closes it where it is open. */
  async toggleCard(place: Place, anchor: HTMLElement): Promise<void> {
    await this.use(({ adoptMoreSheet, SourcePopover }) => {
      if (!anchor.isConnected) return;
      adoptMoreSheet(anchor);
      const popover = this.#panel.popover ?? new SourcePopover(this.#context, this.#sheet);
      if (!popover.element.isConnected) this.#panel.element.append(popover.element);
      this.#panel.popover = popover;
      popover.toggle(place, anchor);
    });
  }

  /** Shows the paragraph beside the answer, and has the focus go there where that is wanted. */
  async showBeside(
    place: Place,
    anchor: HTMLElement | undefined,
    { isEntered }: { readonly isEntered: boolean },
  ): Promise<void> {
    await this.use(({ SourcePane }) => {
      if (anchor?.isConnected === false) return;
      this.#pane ??= new SourcePane(this.#context, this.#panel.middle);
      this.#pane.show(place, anchor);
      if (isEntered) this.#pane.focus();
    });
  }

  /** Follows what is pointed at, where a paragraph is shown already. */
  point(place: Place, anchor: HTMLElement): void {
    this.#pane?.show(place, anchor);
  }

  clear(): void {
    this.#panel.popover?.close();
    this.#pane?.clear();
  }
}
