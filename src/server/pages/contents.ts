import { directionOf } from '../../language/direction.js';
import { html, type Html } from './markup.js';
import type { BlockWithId, HeadingWithId } from './document-blocks.js';
import { inline } from './wording.js';

/** No paragraph's address holds a colon, so that none can be taken for this. */
export const CONTENTS_ID = 'page:contents';
/** Contents of one heading lead nowhere. */
const FEWEST_HEADINGS = 2;

interface Entry {
  readonly heading: HeadingWithId;
  readonly within: Entry[];
}

/**
 * The headings as nested lists of links, folded where the screen is small; `undefined` where there
 * are none to speak of.
 */
export function contents(blocks: readonly BlockWithId[], language: string): Html | undefined {
  const headings = blocks.filter((block): block is HeadingWithId => block.kind === 'heading');
  if (headings.length < FEWEST_HEADINGS) return undefined;
  return html`<nav class="contents" aria-label="Contents">
<p class="contents-title" aria-hidden="true">Contents</p>
<details>
<summary>Contents</summary>
<div id="${CONTENTS_ID}" lang="${language}" dir="${directionOf(language)}">
${list(nested(headings))}</div>
</details>
</nav>
`;
}

/** Each heading within the last one before it that is further out. */
function nested(headings: readonly HeadingWithId[]): readonly Entry[] {
  const outermost: Entry[] = [];
  const open: Entry[] = [];
  for (const heading of headings) {
    while (open.length > 0 && (open.at(-1)?.heading.depth ?? 0) >= heading.depth) open.pop();
    const entry = { heading, within: [] };
    (open.at(-1)?.within ?? outermost).push(entry);
    open.push(entry);
  }
  return outermost;
}

function list(entries: readonly Entry[]): Html {
  const items = entries.map(({ heading: { id, text }, within }) => {
    const inner = within.length === 0 ? '' : list(within);
    return html`<li><a href="#${id}">${inline(text)}</a>${inner}</li>\n`;
  });
  return html`<ol>
${items}</ol>`;
}
