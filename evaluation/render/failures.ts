import type { Outcome } from '../outcome.js';
import { isFailure } from '../report.js';

/** A question that went wrong, as people read it. */
export interface Failure {
  readonly id: string;
  readonly kind: string;
  readonly question: string;
  readonly history: readonly string[];
  /** What went wrong, in a few words. */
  readonly what: string;
  readonly wantedParagraphs: readonly string[];
  readonly wantedFacts: readonly string[];
  /** Best first, right ones marked. */
  readonly found: readonly { readonly place: string; readonly right: boolean }[];
  readonly cited: readonly string[];
  readonly answer: string;
}

const SHOWN_PLACES = 5;

export function failuresOf(outcomes: readonly Outcome[]): Failure[] {
  return outcomes.filter(isFailure).map((outcome) => {
    const { question, observation, ranking } = outcome;
    return {
      id: question.id,
      kind: question.kind,
      question: question.question,
      history: question.history.map(({ role, content }) => `${role}: ${content}`),
      what: whatWentWrong(outcome),
      wantedParagraphs: question.goldParagraphs,
      wantedFacts: question.answerContains.map((wordings) => wordings.join(' | ')),
      found: observation.found.slice(0, SHOWN_PLACES).map(({ documentId, paragraph }, i) => ({
        place: `${documentId}#${paragraph}`,
        right: ranking?.relevance[i] === true,
      })),
      cited: observation.reply.citations.map(
        ({ documentId, paragraph }) => `${documentId}#${paragraph}`,
      ),
      answer: observation.reply.answer,
    };
  });
}

function whatWentWrong({ question, observation, ranking, answer }: Outcome): string {
  const rank =
    ranking === undefined
      ? ''
      : `, first right paragraph ${Number.isFinite(ranking.firstRank) ? `at rank ${ranking.firstRank}` : 'not found'}`;
  if (!question.answerable) {
    return `answered with confidence ${observation.confidence.toFixed(2)}, though the texts do not say`;
  }
  if (answer === undefined) {
    return `refused with confidence ${observation.confidence.toFixed(2)}${rank}`;
  }
  const faults = [
    ...(answer.correct ? [] : ['a fact is missing from the answer']),
    ...(answer.citationHit ? [] : ['a right paragraph is not cited']),
  ];
  return `${faults.join(' and ')}${rank}`;
}
