import { h } from './h.js';

export interface ButtonParts {
  readonly className: string;
  /** Name for styling from the page; the class where absent. */
  readonly part?: string;
  /** Accessible name where the content has none. */
  readonly label?: string;
  readonly content: readonly (Node | string)[];
  readonly onClick: (event: MouseEvent) => void;
}

export function button({
  className,
  part = className,
  label,
  content,
  onClick,
}: ButtonParts): HTMLButtonElement {
  const element = h(
    'button',
    { type: 'button', class: className, part, 'aria-label': label, title: label },
    ...content,
  );
  element.addEventListener('click', onClick);
  return element;
}
