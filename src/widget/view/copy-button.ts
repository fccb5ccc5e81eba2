import type { ChatReply } from '../../protocol.js';
import { copiedAnswer } from '../wording/copied-answer.js';
import { button } from './button.js';
import type { ViewContext } from './context.js';
import { copyText } from './copy-text.js';
import { h } from './h.js';
import { icon } from './icon.js';

export function copyButton(
  reply: ChatReply,
  { strings, server, actions }: ViewContext,
): HTMLButtonElement {
  const label = h('span', {}, strings.copy);
  const element = button({
    className: 'copy',
    content: [icon('copy'), label],
    onClick: () => {
      void copyText(copiedAnswer(reply, { server: server(), strings }), element).then((done) => {
        label.textContent = done ? strings.copied : strings.notCopied;
        if (done) element.firstChild?.replaceWith(icon('done'));
        actions.announce(label.textContent);
      });
    },
  });
  return element;
}
