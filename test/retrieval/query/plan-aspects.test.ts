import { describe, expect, it } from 'vitest';
import type { Context } from '../../../src/retrieval/query/follow-up.js';
import { planAspects, type AspectPlan } from '../../../src/retrieval/query/plan-aspects.js';
import type { SubQuestion } from '../../../src/retrieval/query/sub-question.js';
import type { IndexedParagraph } from '../../../src/ports/search-index.js';
import type { Document } from '../../../src/types.js';
import { paragraphNumbered, questionTargetsOf } from '../../support/found-evidence.js';

const CITIES = ['Riverton', 'Coastville', 'Hilltown', 'Lakeside', 'Marshburg', 'Woodford'];
const documents: Document[] = CITIES.map((place) => ({
  id: place.toLowerCase(),
  title: place,
  place,
  language: 'en',
  text: '',
  paragraphs: [],
}));

function plan(
  question: string,
  {
    context = { questions: [] },
    named = [],
  }: {
    readonly context?: Context;
    readonly named?: readonly IndexedParagraph[];
  } = {},
): SubQuestion<AspectPlan>[] {
  const targets = questionTargetsOf({ named: new Set(named) });
  return planAspects(question, { documents, within: undefined, context, targets });
}
const textsOf = ({ texts }: AspectPlan): unknown[] => texts.map(({ role, text }) => [role, text]);

describe('where it is searched', () => {
  it('a question that names many documents is searched in four of them at most', () => {
    const plans = plan(`Compare ${CITIES.join(' and ')} on fishing`);
    expect(plans.map(({ whole }) => [...(whole.within ?? [])])).toEqual([
      ['riverton'],
      ['coastville'],
      ['hilltown'],
      ['lakeside'],
    ]);
  });

  it('a document that is named alone is preferred, not the only one', () => {
    const [only] = plan('What does the Riverton text say about fishing?');
    expect(only?.whole.preferred).toBe('riverton');
    expect(only?.whole.within).toBeUndefined();
  });
});

describe('what is searched for', () => {
  it('the subject, and for less the name of its document, which may be a place', () => {
    const [only] = plan('Who fishes near Riverton?');
    expect(only && textsOf(only.whole)).toEqual([
      ['own', 'Who fishes near ?'],
      ['with-document-name', 'Who fishes near Riverton?'],
    ]);
  });

  it('each part, and for less the whole question, which by itself tells the order alone', () => {
    const question = 'Where is the court based, and who pays for it?';
    const [overall, ...parts] = plan(question);
    expect(overall?.ranksOnly).toBe(true);
    expect(overall?.splits).toEqual([]);
    expect(overall && textsOf(overall.whole)).toEqual([['own', question]]);
    expect(parts.map(({ ranksOnly }) => ranksOnly)).toEqual([undefined, undefined]);
    expect(parts.map(({ whole }) => textsOf(whole))).toEqual([
      [
        ['own', 'Where is the court based'],
        ['whole-question', question],
      ],
      [
        ['own', 'who pays for it?'],
        ['whole-question', question],
      ],
    ]);
  });

  it('nothing counts more than its own words', () => {
    const context = { questions: ['Who fishes?'], answer: 'Boats fish.' };
    const [, part] = plan('And when near Riverton, and where is it?', { context });
    const [own, ...others] = part?.whole.texts ?? [];
    expect(own?.weight).toBe(1);
    expect(others.length).toBeGreaterThan(2);
    expect(others.every(({ weight }) => weight > 0 && weight <= 1)).toBe(true);
  });

  it('the whole question of several parts with what it leans on', () => {
    const context = { questions: ['Who fishes?'], answer: 'Boats fish.' };
    const [overall] = plan('And when near Riverton, and where is it?', { context });
    expect(overall?.ranksOnly).toBe(true);
    expect(overall?.whole.texts.map(({ role }) => role)).toEqual([
      'own',
      'standalone',
      'earlier-questions',
      'earlier-answer',
    ]);
    expect(overall?.whole.preferred).toBe('riverton');
  });

  it('one thing that is asked by itself', () => {
    const [only, ...others] = plan('Who fishes near Riverton?');
    expect(others).toEqual([]);
    expect(only?.ranksOnly).toBeUndefined();
  });

  it('what it leans on', () => {
    const context = { questions: ['Who fishes?', 'Where?'], answer: 'Boats fish.' };
    const [only] = plan('And in winter?', { context });
    expect(only && textsOf(only.whole)).toEqual([
      ['own', 'And in winter?'],
      ['standalone', 'Who fishes? Where? And in winter?'],
      ['earlier-questions', 'Who fishes? Where?'],
      ['earlier-answer', 'Boats fish.'],
    ]);
    const [empty] = plan('And when?', { context });
    expect(empty && textsOf(empty.whole)[0]).toEqual(['own', 'Who fishes? Where? And when?']);
  });

  it('the halves of a coordination, each with the whole', () => {
    const question = 'What of the dams and the fish?';
    const [only] = plan(question);
    expect(only?.splits.map((halves) => halves.map(textsOf))).toEqual([
      [
        [
          ['own', 'What of the dams'],
          ['whole-question', question],
        ],
        [
          ['own', 'the fish?'],
          ['whole-question', question],
        ],
      ],
    ]);
  });
});

describe('a question that names paragraphs by number', () => {
  const inRiver = paragraphNumbered(3, { document: 'riverton' });
  const onCoast = paragraphNumbered(7, { document: 'coastville' });

  it('wants those of the document that it prefers, where it has any', () => {
    const named = [inRiver, onCoast];
    const namedBy = (question: string): unknown => plan(question, { named })[0]?.whole.named;
    expect(namedBy('paragraph 3 of the Riverton text')).toEqual([inRiver]);
    expect(namedBy('paragraph 3 of the Hilltown text')).toEqual(named);
    expect(namedBy('paragraph 3')).toEqual(named);
  });

  it('is not split in two', () => {
    const [only] = plan('What of the dams and the fish in paragraph 3?', { named: [inRiver] });
    expect(only?.splits).toEqual([]);
  });
});
