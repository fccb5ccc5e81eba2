import { button } from '../view/button.js';
import type { ViewContext } from '../view/context.js';
import { h } from '../view/h.js';
import { lateIcon } from './late-icon.js';
import { latePhrasesOf } from './late-phrases-of.js';

const VERDICTS = ['helpful', 'unhelpful'] as const;

/** Whether an answer helped, for whoever runs the server: said once. */
export function verdictButtons(id: string, context: ViewContext): HTMLElement {
  const phrases = latePhrasesOf(context.wording);
  const group = h('span', { class: 'verdicts' });
  const tell = async (helpful: boolean): Promise<void> => {
    const isTaken = await context
      .client()
      .judge({ id, helpful })
      .then(
        () => true,
        () => false,
      );
    const said = isTaken ? phrases.noted : phrases.notNoted;
    const told = h('span', { tabindex: '-1' }, said);
    const hadFocus = group.matches(':focus-within');
    group.replaceChildren(told);
    // Where the buttons were, so that the way on through the page is the same.
    if (hadFocus) told.focus({ preventScroll: true });
    context.actions.announce(said);
  };
  group.append(
    ...VERDICTS.map((name) =>
      button({
        className: name,
        part: 'verdict',
        label: phrases[name],
        content: [lateIcon(name)],
        onClick: () => void tell(name === 'helpful'),
      }),
    ),
  );
  return group;
}
