import type { Settings } from '../settings.js';
import { button } from './button.js';
import type { ViewContext } from './context.js';
import { h } from './h.js';
import { icon } from './icon.js';
import { keepFocusWithin } from './keep-focus-within.js';
import { ModalPage } from './modal-page.js';
import { Panel } from './panel.js';

export interface WidgetParts {
  readonly context: ViewContext;
  readonly isLauncher: boolean;
}

/**
 * All that is seen: the panel where the element stands, or a launcher and the dialog that it opens.
 */
export class WidgetView {
  readonly element: HTMLElement;
  readonly panel: Panel;
  readonly #parts: WidgetParts;
  readonly #launcherText = h('span', { dir: 'auto' });
  readonly #launcher: HTMLButtonElement | undefined;
  readonly #modal: ModalPage;
  /** Where the focus was before the dialog opened. */
  #returnTo: HTMLElement | undefined;

  constructor(parts: WidgetParts) {
    this.#parts = parts;
    const { context, isLauncher } = parts;
    this.panel = new Panel(context, { isLauncher });
    this.#modal = new ModalPage(context.actions.close);
    if (isLauncher) {
      this.#launcher = button({
        className: 'launcher',
        content: [icon('launcher'), this.#launcherText],
        onClick: context.actions.open,
      });
      this.#launcher.setAttribute('aria-haspopup', 'dialog');
      this.panel.element.setAttribute('role', 'dialog');
      this.panel.element.setAttribute('aria-modal', 'true');
      this.panel.element.tabIndex = -1;
      this.panel.element.hidden = true;
    }
    // An empty title keeps the element's own from showing as a tip over everything.
    this.element = h('section', {
      class: 'root',
      lang: context.wording.language,
      dir: context.wording.direction,
      title: '',
      popover: isLauncher ? 'manual' : undefined,
    });
    this.element.append(...(this.#launcher ? [this.#launcher] : []), this.panel.element);
    this.#listen();
  }

  get context(): ViewContext {
    return this.#parts.context;
  }

  get isOpen(): boolean {
    return !this.panel.element.hidden;
  }

  apply(settings: Settings): void {
    const title = settings.title ?? this.#parts.context.strings.title;
    this.element.setAttribute('aria-label', title);
    this.element.dataset.theme = settings.theme;
    this.element.dataset.position = settings.position;
    this.#launcherText.textContent = title;
    if (this.#launcher) this.panel.element.setAttribute('aria-label', title);
    this.panel.apply(settings);
  }

  /**
   * Above all that the page has, its own transforms and layers included. Only in the page, and lost
   * on leaving it.
   */
  raise(): void {
    // Absent in older browsers, where the highest `z-index` has to do.
    if (this.#launcher && !this.element.matches(':popover-open')) this.element.showPopover();
    if (this.#launcher && this.isOpen) this.#modal.enter(this.element);
  }

  /** Gives the page back what was out of reach behind the dialog. */
  release(): void {
    this.#modal.leave();
  }

  open(): void {
    if (!this.#launcher || this.isOpen) return;
    const before = document.activeElement;
    const isOwn =
      before === null ||
      before === document.body ||
      before.shadowRoot === this.element.getRootNode();
    this.#returnTo = !isOwn && before instanceof HTMLElement ? before : this.#launcher;
    this.panel.element.hidden = false;
    this.#launcher.hidden = true;
    this.#modal.enter(this.element);
    this.panel.toNewest();
    // On touch the keyboard would cover what there is to read.
    if (matchMedia('(pointer: coarse)').matches) this.panel.element.focus({ preventScroll: true });
    else this.panel.composer.focus();
  }

  close(): void {
    if (!this.#launcher || !this.isOpen) return;
    this.panel.popover?.close();
    this.panel.element.hidden = true;
    this.#launcher.hidden = false;
    this.#modal.leave();
    this.#returnTo?.focus({ preventScroll: true });
  }

  #listen(): void {
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#escape(event);
      else if (event.key === 'Tab') this.#keepFocus(event);
      else this.#slash(event);
    });
    // What is typed here is no shortcut of the page's.
    for (const name of ['keyup', 'keypress']) {
      this.element.addEventListener(name, (event) => {
        event.stopPropagation();
      });
    }
    this.element.addEventListener('pointerdown', ({ target }) => {
      const { popover } = this.panel;
      if (target instanceof Element && !target.closest('.popover, [aria-expanded]')) {
        popover?.close();
      }
    });
  }

  /** The innermost that is open closes, or what is being answered stops. */
  #escape(event: KeyboardEvent): void {
    const { popover, composer } = this.panel;
    const { stop, close } = this.#parts.context.actions;
    const isDialog = this.#launcher !== undefined && this.isOpen;
    if (event.isComposing || !(popover?.isOpen || composer.isBusy || isDialog)) return;
    event.preventDefault();
    event.stopPropagation();
    if (popover?.isOpen) popover.close({ restoreFocus: true });
    else if (composer.isBusy) stop();
    else close();
  }

  /** As in many a page, a slash leads to the field, where it is not typed into one. */
  #slash(event: KeyboardEvent): void {
    event.stopPropagation();
    const isTyped = event.target instanceof Element && event.target.matches('textarea,input');
    if (event.key !== '/' || isTyped) return;
    event.preventDefault();
    this.panel.composer.focus();
  }

  #keepFocus(event: KeyboardEvent): void {
    const { popover, element } = this.panel;
    if (popover?.isOpen) keepFocusWithin(popover.element, event);
    else if (this.#launcher && this.isOpen) keepFocusWithin(element, event);
  }
}
