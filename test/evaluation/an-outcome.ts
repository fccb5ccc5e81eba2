import type { JudgedQuestion } from '../../evaluation/judged-question.js';
import type { Observation, Outcome } from '../../evaluation/outcome.js';
import type { ChatReply, Citation } from '../../src/protocol.js';

export function aQuestion(more: Partial<JudgedQuestion> = {}): JudgedQuestion {
  return {
    id: 'q1',
    kind: 'factoid',
    question: 'Where is it?',
    history: [],
    answerable: true,
    goldQuotes: ['in Beijing'],
    goldMode: 'any',
    goldParagraphs: ['a#1'],
    answerContains: [['Beijing']],
    ...more,
  };
}

export function aCitation(more: Partial<Citation> = {}): Citation {
  return {
    number: 1,
    documentId: 'a',
    documentTitle: 'A',
    paragraph: '1',
    section: [],
    text: 'It is in Beijing.',
    quote: 'It is in Beijing.',
    start: 0,
    end: 17,
    url: '/documents/a#p1',
    ...more,
  };
}

export function aReply(answer: string, citations: readonly Citation[] = []): ChatReply {
  const base = { id: 'r', answer, mode: 'extractive' as const, query: 'Where is it?' };
  return answer === ''
    ? { ...base, answered: false, citations: [], nearest: [] }
    : { ...base, answered: true, citations };
}

export function anObservation(more: Partial<Observation> = {}): Observation {
  return {
    found: [],
    searchMs: 1,
    confidence: 0.9,
    unguardedAnswer: 'It is in Beijing. [1]',
    reply: aReply('It is in Beijing. [1]', [aCitation()]),
    ...more,
  };
}

const KEPT = { danglingMarkers: 0, unusedCitations: 0, inventedQuotes: 0 };
const FIRST = { firstRank: 1, completeRank: 1, relevance: [true], relevantCount: 1 };
const RIGHT = {
  correct: true,
  citationHit: true,
  citations: 1,
  goldCitations: 1,
  citedQuotes: 1,
  neededQuotes: 1,
  sentences: 1,
  citedSentences: 1,
  words: 5,
};

/** An answerable question, its paragraph first, answered and cited rightly. */
export function anOutcome(more: Partial<Outcome> = {}): Outcome {
  return {
    question: aQuestion(),
    observation: anObservation(),
    ranking: FIRST,
    answer: RIGHT,
    integrity: KEPT,
    unguardedCorrect: true,
    ...more,
  };
}

/** The same, refused. */
export function aRefusal(more: Partial<Outcome> = {}): Outcome {
  return {
    question: aQuestion(),
    observation: anObservation({ confidence: 0.2, reply: aReply('') }),
    ranking: FIRST,
    integrity: KEPT,
    unguardedCorrect: true,
    ...more,
  };
}

/** A question that the texts do not answer; refused unless a reply is given. */
export function anUnanswerable(
  reply: ChatReply = aReply(''),
  more: Partial<Outcome> = {},
): Outcome {
  const question = aQuestion({
    kind: 'adversarial',
    answerable: false,
    goldQuotes: [],
    goldParagraphs: [],
    answerContains: [],
  });
  return {
    question,
    observation: anObservation({ confidence: 0.4, reply }),
    integrity: KEPT,
    unguardedCorrect: false,
    ...more,
  };
}
