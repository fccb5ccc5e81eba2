import type { FinishedTurn } from '../conversation/turn.js';
import { button } from '../view/button.js';
import type { ViewContext } from '../view/context.js';
import { h } from '../view/h.js';
import { copyAnswer, copyLink } from './copying.js';
import { lateIcon } from './late-icon.js';
import { latePhrasesOf } from './late-phrases-of.js';
import { adoptMoreSheet } from './more-sheet.js';
import { verdictButtons } from './verdict-buttons.js';

/** Puts into `place` what can be done with an answer: to take it along, and to say what it is worth. */
export function fillAnswerTools(
  place: HTMLElement,
  { question, reply }: FinishedTurn,
  context: ViewContext,
): void {
  const phrases = latePhrasesOf(context.wording);
  adoptMoreSheet(place);
  place.replaceChildren(
    ...(reply.answered
      ? [
          copyButton('copy', phrases.copy, (element) =>
            copyAnswer(reply, { button: element, context }),
          ),
        ]
      : []),
    copyButton('link', phrases.copyLink, (element) =>
      copyLink(question, { button: element, context }),
    ),
    ...(reply.feedback === true ? [verdictButtons(reply.id, context)] : []),
  );
}

function copyButton(
  name: 'copy' | 'link',
  words: string,
  copy: (button: HTMLElement) => Promise<void>,
): HTMLButtonElement {
  const element = button({
    className: 'copy',
    content: [lateIcon(name), h('span', {}, words)],
    onClick: () => void copy(element),
  });
  return element;
}
