import type { AnswerSide } from '../../protocol.js';
import { boldRuns } from '../wording/bold-runs.js';
import { placeName } from '../wording/paragraph-name.js';
import { sourceAddress } from '../wording/source-address.js';
import { button } from './button.js';
import { caption } from './caption.js';
import type { Place, ViewContext } from './context.js';
import { h } from './h.js';
import { icon } from './icon.js';
import { tellPointing } from './pointing.js';

export interface PlaceListParts {
  readonly heading: string;
  readonly places: readonly Place[];
  /** Texts that are called otherwise than by their title, beside others. */
  readonly sides?: readonly AnswerSide[] | undefined;
}

/** Paragraphs under a heading, each a line that opens it. */
export function placeList(
  { heading, places, sides = [] }: PlaceListParts,
  context: ViewContext,
): HTMLElement {
  const list = h(
    'ol',
    { role: 'list' },
    ...places.map((place) => {
      const side = sides.find(({ documentId }) => documentId === place.documentId);
      return h('li', {}, placeButton(place, side?.name ?? place.documentTitle, context));
    }),
  );
  return h(
    'div',
    { class: 'sources', part: 'sources', role: 'group', 'aria-label': heading },
    caption(heading),
    list,
  );
}

function placeButton(place: Place, text: string, context: ViewContext): HTMLButtonElement {
  const { strings, server, actions } = context;
  const numbered = 'number' in place;
  const about = h(
    'span',
    { class: 'about' },
    h(
      'span',
      { class: 'line' },
      h('strong', {}, placeName(place, strings)),
      h('span', { class: 'where' }, ...where([text, ...place.section])),
    ),
    numbered
      ? h('span', { class: 'printed', dir: 'auto' }, `“${plainWords(place.quote)}”`)
      : h('span', { class: 'line preview', dir: 'auto' }, plainWords(place.quote)),
    h('span', { class: 'printed' }, sourceAddress(server(), place)),
  );
  const element = button({
    className: 'place',
    part: 'source',
    content: [
      ...(numbered ? [h('span', { class: 'number' }, String(place.number))] : []),
      about,
      icon('onward'),
    ],
    onClick: () => {
      actions.cite(place, element);
    },
  });
  element.setAttribute('aria-haspopup', 'dialog');
  tellPointing(element, place, context);
  return element;
}

function plainWords(quote: string): string {
  return boldRuns(quote)
    .runs.map(({ text }) => text)
    .join('');
}

/** Each in its own direction, so that what stands between them does. */
function where(names: readonly string[]): readonly (Node | string)[] {
  return names.flatMap((name) => [' · ', h('bdi', {}, name)]);
}
