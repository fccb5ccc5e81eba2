import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../../evaluation/render/report-page.js';
import { summarize, type Report } from '../../../evaluation/report.js';
import {
  aCitation,
  anObservation,
  anOutcome,
  anUnanswerable,
  aQuestion,
  aRefusal,
  aReply,
} from '../an-outcome.js';

const SETTING = {
  questionFile: 'set.jsonl',
  embeddingModel: 'model',
  documents: ['a'],
  madeAt: '2026-01-02T03:04:05.000Z',
};
const ablation: Report['ablation'] = [
  {
    questions: true,
    headings: false,
    arm: 'dense',
    figures: { hitAt1: 0.25, hitAt5: 0.5, mrrAt10: 0.375, ndcgAt10: 0.4 },
    mrrDifference: { low: -0.2, high: 0.1 },
  },
];

/** A report in which every text that comes from outside is the same. */
function aReportOf(text: string): Report {
  const question = aQuestion({
    id: text,
    kind: text,
    question: text,
    history: [{ role: 'user', content: text }],
    goldParagraphs: [text],
    answerContains: [[text, 'never']],
  });
  const found = [{ documentId: text, paragraph: text, text }];
  const observation = anObservation({
    found,
    reply: aReply(`${text}.`, [aCitation({ documentId: text, paragraph: text })]),
  });
  const answer = {
    correct: false,
    citationHit: false,
    citations: 1,
    goldCitations: 0,
    citedQuotes: 0,
    neededQuotes: 1,
    sentences: 1,
    citedSentences: 0,
    words: 1,
  };
  return summarize([anOutcome({ question, observation, answer })], {
    questionFile: text,
    embeddingModel: text,
    documents: [text],
    madeAt: '2026-01-02T03:04:05.000Z',
  });
}

describe('the page', () => {
  test('needs nothing from elsewhere and runs nothing', () => {
    const page = renderHtml({
      ...summarize([anOutcome(), aRefusal(), anUnanswerable()], SETTING),
      ablation,
    });
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\bon\w+=|(?:src|href)=|@import|url\(/i);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  test('has its plots, tables and definitions', () => {
    const page = renderHtml({
      ...summarize([anOutcome(), aRefusal(), anUnanswerable()], SETTING),
      ablation,
    });
    expect(page.match(/<svg class="chart"/g)).toHaveLength(3);
    expect(page.match(/role="img" aria-label="[^"]+"/g)).toHaveLength(3);
    for (const words of [
      'Found among the first k',
      'Risk and coverage',
      'With parts of the retriever left out',
      '0.375',
      'answerable questions that were refused',
      'prefers-color-scheme: dark',
    ]) {
      expect(page).toContain(words);
    }
  });

  test('lists what failed, with what was wanted and found', () => {
    const page = renderHtml(
      summarize([anOutcome(), aRefusal(), anUnanswerable(aReply('Yes. [1]'))], SETTING),
    );
    expect(page).toContain('2 of 3 questions');
    expect(page.match(/<details>/g)).toHaveLength(2);
    expect(page).toContain('refused with confidence 0.20, first right paragraph at rank 1');
    expect(page).toContain('answered with confidence 0.40, though the texts do not say');
    expect(page).toContain('a#1, “Beijing”');
  });

  test('can be made where nothing is answerable, and where nothing is answered', () => {
    expect(renderHtml(summarize([anUnanswerable()], SETTING))).not.toContain(
      'Found among the first k',
    );
    expect(renderHtml(summarize([aRefusal()], SETTING))).not.toContain('as configured');
  });
});

describe('words from outside', () => {
  const tags = (page: string): string[] => page.match(/<\/?[a-z][^\s>]*/gi) ?? [];
  const harmless = tags(renderHtml(aReportOf('words')));

  test('are escaped wherever they stand', () => {
    const evil = `"'><script>alert(1)</script><!--`;
    const page = renderHtml(aReportOf(evil));
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|<!--/);
    expect(tags(page)).toEqual(harmless);
  });

  test('never become markup', () => {
    fc.assert(
      fc.property(
        fc.string({
          minLength: 1,
          unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 's', ' ', '=', '!', '-'),
        }),
        (text) => {
          expect(tags(renderHtml(aReportOf(text)))).toEqual(harmless);
        },
      ),
      { numRuns: 25 },
    );
  });
});
