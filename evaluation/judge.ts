import type { Citation } from '../src/protocol.js';
import { answerSentences, markerNumbers, uncitedSentences } from './answer-sentences.js';
import { bearsQuote, citesQuote, comparable, holds } from './gold-match.js';
import type { JudgedQuestion } from './judged-question.js';
import type {
  AnswerJudgement,
  FoundParagraph,
  IntegrityJudgement,
  Observation,
  Outcome,
  RankingJudgement,
} from './outcome.js';
import type { SourceTexts } from './source-texts.js';

/** Holds what the system did against what a right answer needs. */
export function judge(
  question: JudgedQuestion,
  observation: Observation,
  texts: SourceTexts,
): Outcome {
  const { reply, unguardedAnswer } = observation;
  return {
    question,
    observation,
    ...(question.answerable ? { ranking: judgeRanking(question, observation.found, texts) } : {}),
    ...(question.answerable && reply.answered
      ? { answer: judgeAnswer(question, reply.answer, reply.citations) }
      : {}),
    integrity: judgeIntegrity(observation, texts),
    unguardedCorrect:
      question.answerable && unguardedAnswer !== '' && holdsFacts(question, unguardedAnswer),
  };
}

export function judgeRanking(
  { goldQuotes, goldMode }: JudgedQuestion,
  found: readonly FoundParagraph[],
  texts: SourceTexts,
): RankingJudgement {
  const passages = found.map(({ text }) => comparable(text));
  const ranks = goldQuotes.map((quote) => {
    const at = passages.findIndex((passage) => bearsQuote(passage, quote));
    return at < 0 ? Infinity : at + 1;
  });
  const firstRank = Math.min(...ranks);
  return {
    firstRank,
    completeRank: goldMode === 'all' ? Math.max(...ranks) : firstRank,
    relevance: passages.map((passage) => goldQuotes.some((quote) => bearsQuote(passage, quote))),
    relevantCount: texts.countBearing(goldQuotes),
  };
}

function judgeAnswer(
  question: JudgedQuestion,
  answer: string,
  citations: readonly Citation[],
): AnswerJudgement {
  const { goldQuotes, goldMode } = question;
  const goldCitations = citations.filter((citation) =>
    goldQuotes.some((quote) => citesQuote(citation, quote)),
  ).length;
  const heldQuotes = goldQuotes.filter((quote) =>
    citations.some(({ text }) => holds(text, quote)),
  ).length;
  const sentences = answerSentences(answer);
  return {
    correct: holdsFacts(question, answer),
    citationHit: goldMode === 'all' ? heldQuotes === goldQuotes.length : goldCitations > 0,
    citations: citations.length,
    goldCitations,
    citedQuotes: goldMode === 'all' ? heldQuotes : Math.min(1, goldCitations),
    neededQuotes: goldMode === 'all' ? goldQuotes.length : 1,
    sentences: sentences.length,
    citedSentences: sentences.length - uncitedSentences(sentences, citations).length,
    words: answer.split(/\s+/u).length,
  };
}

function judgeIntegrity(
  { reply: { answer, citations } }: Observation,
  texts: SourceTexts,
): IntegrityJudgement {
  const markers = new Set(markerNumbers(answer));
  const numbers = new Set(citations.map(({ number }) => number));
  return {
    danglingMarkers: markerNumbers(answer).filter((number) => !numbers.has(number)).length,
    unusedCitations: citations.filter(({ number }) => !markers.has(number)).length,
    inventedQuotes: citations.filter((citation) => !texts.isVerbatim(citation)).length,
  };
}

function holdsFacts({ answerContains }: JudgedQuestion, answer: string): boolean {
  return answerContains.every((wordings) => wordings.some((wording) => holds(answer, wording)));
}
