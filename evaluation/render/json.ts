import type { Report } from '../report.js';

const DIGITS = 4;

/**
 * The whole report for programs: figures, intervals, curves, and one row a question. A rank that
 * was not found is null.
 */
export function renderJson(report: Report): string {
  const { outcomes, ...figures } = report;
  const rows = outcomes.map(
    ({ question, observation, ranking, answer, integrity, unguardedCorrect }) => ({
      id: question.id,
      kind: question.kind,
      answerable: question.answerable,
      answered: observation.reply.answered,
      confidence: observation.confidence,
      found: observation.found.map(({ documentId, paragraph }) => `${documentId}#${paragraph}`),
      cited: observation.reply.citations.map(
        ({ documentId, paragraph }) => `${documentId}#${paragraph}`,
      ),
      firstRank: ranking?.firstRank,
      completeRank: ranking?.completeRank,
      correct: answer?.correct,
      citationHit: answer?.citationHit,
      ...integrity,
      unguardedCorrect,
      searchMs: observation.searchMs,
      answer: observation.reply.answer,
    }),
  );
  return `${JSON.stringify({ ...figures, rows }, rounded, 1)}\n`;
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value)
    ? Number(value.toFixed(DIGITS))
    : value;
}
