import type { FeatureContribution } from '../answering/abstention/answerability-model.js';
import type { AnswerDecision } from '../answering/abstention/answer-decision.js';
import type { SentenceTrace } from '../answering/quoting/trace-sentences.js';
import type { AnswerTrace, Verdict } from '../chat/answer-trace.js';
import { printableLine } from '../documents/printable-line.js';
import { renderRetrieval } from './render-retrieval.js';
import { renderTable } from './render-table.js';
import { digits, renderSections } from './section.js';

/** Of a sentence in a table: enough to know it again. */
const MAX_SENTENCE_CHARACTERS = 60;

/** How an answer came about, for the terminal: what was searched, picked, weighed and decided. */
export function renderExplanation(trace: AnswerTrace): string {
  return renderSections([
    ...renderRetrieval(trace.retrieval),
    { title: 'Sentences', lines: renderSentences(trace.sentences) },
    { title: 'For and against', lines: renderDecision(trace.decision) },
    { title: 'Verdict', lines: renderVerdict(trace.verdict) },
  ]);
}

function renderSentences(sentences: readonly SentenceTrace[]): readonly string[] {
  if (sentences.length === 0) return ['none'];
  return renderTable<SentenceTrace>(
    [
      { title: 'place', cell: placeOf },
      { title: 'aspect', align: 'right', cell: ({ candidate }) => String(candidate?.aspect ?? '') },
      { title: 'score', align: 'right', cell: ({ candidate }) => digits(candidate?.score) },
      {
        title: 'paragraph',
        align: 'right',
        cell: ({ candidate }) => digits(candidate?.paragraphScore),
      },
      { title: 'own', align: 'right', cell: ({ candidate }) => digits(candidate?.ownScore) },
      { title: 'notes', cell: notesOn },
      { title: 'chosen', cell: ({ because }) => because ?? 'no' },
      { title: 'sentence', cell: ({ text }) => printableLine(text, MAX_SENTENCE_CHARACTERS) },
    ],
    sentences,
  );
}

/** `dushanbe-2021 22, sentence 2`. */
function placeOf({ documentId, paragraph, sentence }: SentenceTrace): string {
  return printableLine(`${documentId} ${paragraph}, sentence ${sentence}`);
}

function notesOn({ candidate }: SentenceTrace): string {
  return candidate?.remainder === true ? 'left open' : '';
}

function renderDecision({
  features,
  intercept,
  probability,
  minProbability,
}: AnswerDecision): readonly string[] {
  const weighed = features.filter(({ contribution }) => contribution !== 0);
  const table = renderTable<FeatureContribution>(
    [
      { title: 'feature', cell: ({ name }) => name },
      { title: 'value', align: 'right', cell: ({ value }) => digits(value) },
      { title: 'weight', align: 'right', cell: ({ weight }) => digits(weight) },
      { title: 'says', align: 'right', cell: ({ contribution }) => signed(contribution) },
    ],
    weighed.toSorted((a, b) => b.contribution - a.contribution),
  );
  return [
    ...(features.length === 0 ? ['Nothing was weighed.'] : table),
    ...(intercept === undefined ? [] : [`before any feature: ${signed(intercept)}`]),
    `probability ${digits(probability)}, answered from ${digits(minProbability)} on`,
  ];
}

function renderVerdict({
  answered,
  reason,
  mode,
  fallback,
  truncated,
  citations,
}: Verdict): readonly string[] {
  return [
    `${answered ? 'answered' : 'not answered'}: ${reason}`,
    `mode ${mode}, citations ${citations}`,
    ...(fallback === undefined ? [] : [`the chat model's answer was left: ${fallback}`]),
    ...(truncated === true ? ['the chat model broke off'] : []),
  ];
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${digits(value)}`;
}
