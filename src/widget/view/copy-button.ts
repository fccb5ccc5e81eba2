import { button } from './button.js';
import { h } from './h.js';
import { icon } from './icon.js';

export function copyButton(
  name: 'copy' | 'link',
  words: string,
  onClick: (button: HTMLElement) => void,
): HTMLButtonElement {
  const element = button({
    className: 'copy',
    content: [icon(name), h('span', {}, words)],
    onClick: () => {
      onClick(element);
    },
  });
  return element;
}
