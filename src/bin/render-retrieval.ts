import { printableLine } from '../documents/printable-line.js';
import type {
  AspectTrace,
  ParagraphAddress,
  PlanTrace,
  RerankedParagraph,
  RetrievalTrace,
  ScoredParagraph,
  SearchTrace,
  SubQuestionTrace,
} from '../retrieval/trace.js';
import type { Signals, Weights } from '../retrieval/search/evidence.js';
import { renderTable, type Column } from './render-table.js';
import { digits, type Section } from './section.js';

/** Of a text in a line: enough to know it again. */
const MAX_TEXT_CHARACTERS = 70;
/** Paragraphs of a table; the traces have more. */
const MAX_ROWS = 5;

/** What retrieval did with a question: what it was made into, what was found, and in which order. */
export function renderRetrieval({
  plan,
  weights,
  searches,
  subQuestions,
  chosen,
}: RetrievalTrace): readonly Section[] {
  return [
    { title: 'Query', lines: renderPlan(plan) },
    { title: 'Searches', lines: searches.flatMap(renderSearch) },
    {
      title: 'Fusion',
      lines: [
        `score = ${formula(weights)}`,
        ...subQuestions.flatMap(renderSubQuestion),
        `chosen: ${chosen.slice(0, MAX_ROWS).map(scored).join(', ') || 'none'}`,
      ],
    },
  ];
}

function renderPlan(plan: PlanTrace): readonly string[] {
  const { asked, condensed, corrections, question, context, query, references, phrases } = plan;
  const rows: readonly (readonly [title: string, value: string])[] = [
    ['asked', asked],
    ['made standalone', condensed ?? ''],
    ['spelling', corrections.map(({ typed, meant }) => `${typed} → ${meant}`).join(', ')],
    ['leans on', context.questions.join(' / ')],
    ['names', references.join(', ')],
    ['standing at', addresses(plan.named)],
    ['leant-on place', addresses(plan.leantOn)],
    ['in quotes', phrases.join(' / ')],
    ['question', question === asked ? '' : question],
    ['searched for', query],
  ];
  const said = rows.filter(([, value]) => value !== '');
  const width = Math.max(...said.map(([title]) => title.length));
  return said.map(([title, value]) => `${title.padEnd(width)}  ${printableLine(value)}`);
}

function renderSearch(search: SearchTrace, at: number): readonly string[] {
  const { text, terms, understood, within, found, best } = search;
  const facts = [
    ...(within === undefined ? [] : [`within ${within.join(', ')}`]),
    ...(understood ? [] : ['no word that the embedding model knows']),
    `${found} paragraphs`,
  ];
  return [
    `${at + 1}. “${printableLine(text, MAX_TEXT_CHARACTERS)}”`,
    `   terms ${terms.join(' ') || 'none'}; ${facts.join('; ')}`,
    ...renderTable([PARAGRAPH, SCORE, ...SIGNALS], best.slice(0, MAX_ROWS)).map(indented),
  ];
}

function renderSubQuestion({ whole, splits, gains, split }: SubQuestionTrace): readonly string[] {
  const taken = split === undefined ? undefined : splits[split];
  return [
    ...renderAspect(whole),
    ...gains.map(
      (gain, at) => `split ${at + 1} gains ${digits(gain)}: ${at === split ? 'taken' : 'left'}`,
    ),
    ...(taken ?? []).flatMap(renderAspect),
  ];
}

function renderAspect({ texts, preferred, best }: AspectTrace): readonly string[] {
  const parts = texts.map(
    ({ role, weight, search }) => `${weight} × search ${search + 1} (${role})`,
  );
  return [
    `aspect = ${parts.join(' + ')}${preferred === undefined ? '' : `; names ${preferred}`}`,
    ...renderTable([PARAGRAPH, SCORE, FUSED, ...SIGNALS, GAINS], best.slice(0, MAX_ROWS)).map(
      indented,
    ),
  ];
}

const PARAGRAPH: Column<ParagraphAddress> = { title: 'paragraph', cell: addressed };
const SCORE: Column<ScoredParagraph> = {
  title: 'score',
  align: 'right',
  cell: ({ score }) => digits(score),
};
const FUSED: Column<RerankedParagraph> = {
  title: 'fused',
  align: 'right',
  cell: ({ fusedScore }) => digits(fusedScore),
};
const SIGNALS: readonly Column<Signals>[] = [
  { title: 'lexical', align: 'right', cell: ({ lexical }) => digits(lexical) },
  { title: 'similarity', align: 'right', cell: ({ similarity }) => digits(similarity) },
  { title: 'reading', align: 'right', cell: ({ reading }) => digits(reading) },
];
const GAINS: Column<RerankedParagraph> = {
  title: 'reranked by',
  cell: ({ fixedScore, bonuses }) =>
    fixedScore === undefined
      ? bonuses.map(({ reason, amount }) => `${reason} +${amount}`).join(', ')
      : `named by its number: ${digits(fixedScore)}`,
};

function formula({ lexical, similarity, reading }: Weights): string {
  return `${similarity} similarity + ${lexical} lexical + ${reading} reading`;
}

function addressed({ documentId, paragraph }: ParagraphAddress): string {
  return printableLine(`${documentId} ${paragraph}`);
}

function addresses(places: readonly ParagraphAddress[]): string {
  return places.map(addressed).join(', ');
}

function scored(place: ScoredParagraph): string {
  return `${addressed(place)} (${digits(place.score)})`;
}

function indented(line: string): string {
  return `   ${line}`;
}
