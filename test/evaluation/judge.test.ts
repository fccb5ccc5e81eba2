import { describe, expect, test } from 'vitest';
import { judge } from '../../evaluation/judge.js';
import { SourceTexts } from '../../evaluation/source-texts.js';
import { toDocument } from '../../src/documents/to-document.js';
import { aCitation, anObservation, aQuestion, aReply } from './an-outcome.js';

const TEXT =
  '1. The secretariat is in Beijing.\n2. The council meets in Tashkent every year.\n' +
  '3. The secretariat stays in Beijing for ever.\n';
const document = toDocument({ metadata: { id: 'a', title: 'A', language: 'en' }, text: TEXT });
const texts = new SourceTexts([document]);
const found = document.paragraphs.map(({ label, text }) => ({
  documentId: 'a',
  paragraph: label,
  text,
}));
const [first, second, third] = found;
if (first === undefined || second === undefined || third === undefined) {
  throw new Error('The text has three paragraphs.');
}

describe('ranking', () => {
  test('the first right paragraph counts, and how many there are in all', () => {
    const { ranking } = judge(
      aQuestion({ goldQuotes: ['in Beijing'] }),
      anObservation({ found: [second, third] }),
      texts,
    );
    expect(ranking).toEqual({
      firstRank: 2,
      completeRank: 2,
      relevance: [false, true],
      relevantCount: 2,
    });
  });

  test('where every quote is needed, the last one decides', () => {
    const question = aQuestion({
      goldQuotes: ['secretariat is in Beijing', 'in Tashkent'],
      goldMode: 'all',
    });
    expect(
      judge(question, anObservation({ found: [second, third, first] }), texts).ranking,
    ).toMatchObject({ firstRank: 1, completeRank: 3 });
    expect(judge(question, anObservation({ found: [second, third] }), texts).ranking).toMatchObject(
      { firstRank: 1, completeRank: Infinity },
    );
  });

  test('what is not found has no rank', () => {
    expect(
      judge(aQuestion({ goldQuotes: ['in Paris'] }), anObservation({ found }), texts).ranking,
    ).toEqual({
      firstRank: Infinity,
      completeRank: Infinity,
      relevance: [false, false, false],
      relevantCount: 0,
    });
  });

  test('a question that the texts do not answer has none', () => {
    const outcome = judge(
      aQuestion({ answerable: false, goldQuotes: [] }),
      anObservation({ found }),
      texts,
    );
    expect(outcome).not.toHaveProperty('ranking');
    expect(outcome).not.toHaveProperty('answer');
    expect(outcome.unguardedCorrect).toBe(false);
  });
});

describe('answer', () => {
  const citations = [
    aCitation({ number: 1, text: second.text, quote: 'meets in Tashkent' }),
    aCitation({ number: 2, text: first.text, quote: 'is in Beijing' }),
  ];
  const reply = aReply(
    'The council meets in Tashkent. [1] The secretariat is in Beijing [2]. So there',
    citations,
  );

  test('is right where it holds every fact in one of its wordings', () => {
    const correct = (answerContains: readonly (readonly string[])[]): boolean | undefined =>
      judge(aQuestion({ answerContains }), anObservation({ reply }), texts).answer?.correct;
    expect(correct([['beijing', 'Peking']])).toBe(true);
    expect(correct([['Beijing'], ['Toshkent', 'Tashkent']])).toBe(true);
    expect(correct([['Beijing'], ['Dushanbe']])).toBe(false);
  });

  test('counts right citations, sentences and words', () => {
    expect(
      judge(aQuestion({ goldQuotes: ['is in Beijing'] }), anObservation({ reply }), texts).answer,
    ).toEqual({
      correct: true,
      citationHit: true,
      citations: 2,
      goldCitations: 1,
      citedQuotes: 1,
      neededQuotes: 1,
      sentences: 3,
      citedSentences: 2,
      words: 14,
    });
  });

  test('needs every quote cited where all are wanted', () => {
    const answer = (...goldQuotes: string[]): object | undefined =>
      judge(aQuestion({ goldQuotes, goldMode: 'all' }), anObservation({ reply }), texts).answer;
    expect(answer('is in Beijing', 'in Tashkent')).toMatchObject({
      citationHit: true,
      citedQuotes: 2,
      neededQuotes: 2,
    });
    expect(answer('is in Beijing', 'in Paris')).toMatchObject({
      citationHit: false,
      citedQuotes: 1,
      neededQuotes: 2,
    });
  });

  test('that was refused is none, but what it would have been is judged', () => {
    const outcome = judge(
      aQuestion(),
      anObservation({ reply: aReply(''), unguardedAnswer: 'In Beijing.' }),
      texts,
    );
    expect(outcome).not.toHaveProperty('answer');
    expect(outcome.unguardedCorrect).toBe(true);
  });
});

describe('promises of every reply', () => {
  const start = TEXT.indexOf('in Beijing');
  const quoting = (more: object): object =>
    judge(
      aQuestion(),
      anObservation({
        reply: aReply('It is. [1]', [
          aCitation({ quote: 'in Beijing', start, end: start + 10, ...more }),
        ]),
      }),
      texts,
    ).integrity;

  test('a quote is the source’s own words at its offsets', () => {
    expect(quoting({})).toEqual({ danglingMarkers: 0, unusedCitations: 0, inventedQuotes: 0 });
    expect(quoting({ start: start + 1 })).toMatchObject({ inventedQuotes: 1 });
    expect(quoting({ quote: 'in Peking' })).toMatchObject({ inventedQuotes: 1 });
    expect(quoting({ documentId: 'b' })).toMatchObject({ inventedQuotes: 1 });
    expect(quoting({ quote: '', end: start })).toMatchObject({ inventedQuotes: 1 });
  });

  test('every marker has its citation and every citation its marker', () => {
    expect(quoting({ number: 2 })).toMatchObject({ danglingMarkers: 1, unusedCitations: 1 });
  });
});
