import type { LatePhrases } from '../../language/rules/late-phrases.js';
import type { FinishedTurn } from '../conversation/turn.js';
import { button } from '../view/button.js';
import type { ViewContext } from '../view/context.js';
import { h } from '../view/h.js';
import { bibtex } from './formats/bibtex.js';
import { cslJson } from './formats/csl-json.js';
import type { FormatOptions } from './formats/format.js';
import { markdown } from './formats/markdown.js';

interface FileFormat {
  readonly name: 'markdown' | 'bibtex' | 'csl';
  readonly file: string;
  readonly type: string;
  readonly write: (turns: readonly FinishedTurn[], options: FormatOptions) => string;
}

const FORMATS: readonly FileFormat[] = [
  { name: 'markdown', file: 'conversation.md', type: 'text/markdown', write: markdown },
  { name: 'bibtex', file: 'citations.bib', type: 'application/x-bibtex', write: bibtex },
  { name: 'csl', file: 'citations.json', type: 'application/json', write: cslJson },
];

export interface SaveOptions {
  readonly turns: readonly FinishedTurn[];
  readonly context: ViewContext;
  readonly phrases: LatePhrases;
  /** Absent where the chat is a launcher, which is not on paper. */
  readonly print?: (() => void) | undefined;
}

/** Ways to take the conversation along. */
export function saveList({ turns, context, phrases, print }: SaveOptions): HTMLElement {
  const { server, strings } = context;
  const items = FORMATS.map(({ name, file, type, write }) =>
    button({
      className: 'entry',
      part: 'save',
      content: [phrases[name]],
      onClick: ({ currentTarget }) => {
        const text = write(turns, { server: server(), strings, now: new Date() });
        if (currentTarget instanceof Element) save(new File([text], file, { type }), currentTarget);
      },
    }),
  );
  if (print) {
    items.push(
      button({ className: 'entry', part: 'save', content: [phrases.print], onClick: print }),
    );
  }
  return h('ul', { role: 'list' }, ...items.map((item) => h('li', {}, item)));
}

/** `beside` must be in the page. */
function save(file: File, beside: Element): void {
  const link = h('a', { href: URL.createObjectURL(file), download: file.name, hidden: '' });
  beside.after(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(link.href);
}
