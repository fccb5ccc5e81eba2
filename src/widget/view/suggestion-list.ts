import { button } from './button.js';
import { caption } from './caption.js';
import type { ViewContext } from './context.js';
import { h } from './h.js';
import { icon } from './icon.js';

/** Questions to pick from; nothing where there are none. */
export function suggestionList(
  heading: string,
  questions: readonly string[],
  { actions }: ViewContext,
): HTMLElement | undefined {
  if (questions.length === 0) return undefined;
  const items = questions.map((question) =>
    h(
      'li',
      {},
      button({
        className: 'suggestion',
        content: [h('span', { dir: 'auto' }, question), icon('onward')],
        onClick: () => {
          actions.ask(question);
        },
      }),
    ),
  );
  return h(
    'div',
    { class: 'suggestions', part: 'suggestions', role: 'group', 'aria-label': heading },
    caption(heading),
    h('ul', { role: 'list' }, ...items),
  );
}
