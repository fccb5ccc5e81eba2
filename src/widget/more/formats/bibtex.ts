import type { FinishedTurn } from '../../conversation/turn.js';
import { placeName } from '../../wording/paragraph-name.js';
import { sourceAddress } from '../../wording/source-address.js';
import { citedPlaces } from './cited-places.js';
import type { FormatOptions } from './format.js';

/** The paragraphs that a conversation cites as BibTeX, each an entry with the words quoted. */
export function bibtex(
  turns: readonly FinishedTurn[],
  { server, strings, now }: FormatOptions,
): string {
  return citedPlaces(turns)
    .map(({ key, citation }) => {
      const fields = {
        title: `{${escaped(citation.documentTitle)}}`,
        howpublished: escaped(placeName(citation, strings)),
        note: escaped(`“${citation.quote.replaceAll('**', '')}”`),
        url: sourceAddress(server, citation) ?? '',
        urldate: now.toISOString().slice(0, 10),
      };
      const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
      return `@misc{${key},\n${lines.join(',\n')}\n}\n`;
    })
    .join('\n');
}

const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** What TeX would take for a command is written as one that prints it. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\~^{}$&#_%]/g, (sign) => COMMANDS[sign] ?? `\\${sign}`);
}
