import { printableLine } from '../documents/printable-line.js';
import { FEEDBACK_KINDS, type FeedbackEntry } from '../ports/feedback.js';
import { renderTable, type Column } from './render-table.js';
import { renderSections } from './section.js';

const TITLES: Readonly<Record<FeedbackEntry['kind'], string>> = {
  unanswered: 'Not answered',
  unhelpful: 'Said not to help',
  helpful: 'Said to help',
};

interface Asked {
  readonly question: string;
  times: number;
  lastDay: string;
}

/** As long as what is kept of a question. */
const MAX_CHARACTERS = 300;
const COLUMNS: readonly Column<Asked>[] = [
  { title: 'times', align: 'right', cell: ({ times }) => String(times) },
  { title: 'last', cell: ({ lastDay }) => lastDay },
  // Words of a stranger on the operator's terminal.
  { title: 'question', cell: ({ question }) => printableLine(question, MAX_CHARACTERS) },
];

/** A table of each kind, what was asked most often first; one question in several spellings is one. */
export function renderFeedback(entries: readonly FeedbackEntry[]): string {
  const sections = FEEDBACK_KINDS.map((kind) => {
    const asked = counted(entries.filter((entry) => entry.kind === kind));
    return { title: TITLES[kind], lines: renderTable(COLUMNS, asked) };
  }).filter(({ lines }) => lines.length > 0);
  return sections.length === 0 ? 'Nothing was kept yet.' : renderSections(sections);
}

function counted(entries: readonly FeedbackEntry[]): Asked[] {
  const known = new Map<string, Asked>();
  for (const { question, day } of entries) {
    const key = question.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
    const asked = known.get(key);
    if (asked === undefined) known.set(key, { question, times: 1, lastDay: day });
    else {
      asked.times += 1;
      asked.lastDay = day;
    }
  }
  return [...known.values()].sort((a, b) => b.times - a.times);
}
