/** How far from its place the view may be and still count as being there, in pixels. */
const SLACK = 24;

/**
 * Keeps the newest turn in sight as it grows, its beginning at the top at the latest, unless the
 * reader has scrolled away from it.
 */
export class PinnedScroll {
  readonly #log: HTMLElement;
  readonly #content: HTMLElement;
  readonly #onChange: (isPinned: boolean) => void;
  #isPinned = true;

  constructor(parts: {
    readonly log: HTMLElement;
    readonly content: HTMLElement;
    readonly onChange: (isPinned: boolean) => void;
  }) {
    this.#log = parts.log;
    this.#content = parts.content;
    this.#onChange = parts.onChange;
    const observer = new ResizeObserver(() => {
      if (this.#isPinned) this.#follow();
      this.#look();
    });
    observer.observe(this.#log);
    observer.observe(this.#content);
    this.#log.addEventListener('scroll', this.#look, { passive: true });
  }

  /** Goes to the newest and stays with it. */
  pin(): void {
    this.#isPinned = true;
    this.#follow();
    this.#look();
  }

  readonly #look = (): void => {
    this.#isPinned = this.#log.scrollTop >= this.#target() - SLACK;
    this.#onChange(this.#isPinned);
  };

  #follow(): void {
    const target = this.#target();
    if (this.#log.scrollTop < target) this.#log.scrollTop = target;
  }

  #target(): number {
    const newest = this.#content.lastElementChild;
    const start = newest instanceof HTMLElement ? newest.offsetTop : 0;
    return Math.max(0, Math.min(this.#log.scrollHeight - this.#log.clientHeight, start));
  }
}
