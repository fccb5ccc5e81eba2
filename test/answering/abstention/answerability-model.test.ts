import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contributionsOf,
  FEATURE_NAMES,
  probabilityAnswerable,
  TERM_NAMES,
  termsOf,
  type AnswerabilityFeatures,
  type AnswerabilityModel,
} from '../../../src/answering/abstention/answerability-model.js';
import { ANSWERABILITY_MODELS } from '../../../src/answering/abstention/answerability-weights.js';

const all = (value: number): AnswerabilityFeatures =>
  Object.fromEntries(FEATURE_NAMES.map((name) => [name, value])) as AnswerabilityFeatures;
const MODEL: AnswerabilityModel = {
  intercept: -1,
  weights: { ...all(0), reading: 3, asksToAct: -2, 'reading × lexical': 4 },
  minProbability: 0.5,
  minUnsureProbability: 0.25,
};

const someFeatures = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), {
    minLength: FEATURE_NAMES.length,
    maxLength: FEATURE_NAMES.length,
  })
  .map(
    (values) =>
      Object.fromEntries(
        FEATURE_NAMES.map((name, i) => [name, values[i] ?? 0]),
      ) as AnswerabilityFeatures,
  );
const someModel = fc
  .record({
    intercept: fc.double({ min: -9, max: 9, noNaN: true }),
    weights: fc.array(fc.option(fc.double({ min: -9, max: 9, noNaN: true })), {
      minLength: TERM_NAMES.length,
      maxLength: TERM_NAMES.length,
    }),
  })
  .map(({ intercept, weights }): AnswerabilityModel => ({
    intercept,
    weights: Object.fromEntries(
      TERM_NAMES.flatMap((name, i) => {
        const weight = weights[i] ?? undefined;
        return weight === undefined ? [] : [[name, weight]];
      }),
    ),
    minProbability: 0.5,
    minUnsureProbability: 0.25,
  }));

describe('what is weighed', () => {
  it('has a name of its own for each value', () => {
    expect(new Set(TERM_NAMES).size).toBe(TERM_NAMES.length);
    expect(termsOf(all(0))).toHaveLength(TERM_NAMES.length);
  });

  it('are the features as they are, and products of two where the name says so', () => {
    fc.assert(
      fc.property(someFeatures, (features) => {
        const values = termsOf(features);
        TERM_NAMES.forEach((name, i) => {
          const factors = name.split(' × ') as (typeof FEATURE_NAMES)[number][];
          expect(values[i], name).toBe(
            factors.reduce((product, factor) => product * features[factor], 1),
          );
        });
      }),
    );
  });

  it('stays from 0 to 1', () => {
    fc.assert(
      fc.property(someFeatures, (features) => {
        for (const value of termsOf(features)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('the probability', () => {
  it('is the logistic function of the intercept and what the terms add', () => {
    expect(probabilityAnswerable(MODEL, all(0))).toBeCloseTo(1 / (1 + Math.E), 12);
    expect(probabilityAnswerable(MODEL, { ...all(0), reading: 1, asksToAct: 1 })).toBe(0.5);
  });

  it('has what each term is said to add as its log odds, whatever was fitted', () => {
    fc.assert(
      fc.property(someModel, someFeatures, (model, features) => {
        const logit = contributionsOf(model, features).reduce(
          (sum, { contribution }) => sum + contribution,
          model.intercept,
        );
        expect(probabilityAnswerable(model, features)).toBeCloseTo(1 / (1 + Math.exp(-logit)), 12);
      }),
    );
  });

  it('does not change by a term without a weight', () => {
    const { intercept } = MODEL;
    const weightless = { ...MODEL, weights: {} };
    expect(contributionsOf(weightless, all(1))).toEqual([]);
    expect(probabilityAnswerable(weightless, all(1))).toBeCloseTo(1 / (1 + Math.exp(-intercept)));
  });
});

it('each term adds its weight times its value', () => {
  const contributions = contributionsOf(MODEL, {
    ...all(0),
    reading: 0.5,
    lexical: 0.5,
    asksToAct: 0.25,
  });
  const names = contributions.map(({ name }) => name);
  expect(names).toEqual(TERM_NAMES.filter((name) => MODEL.weights[name] !== undefined));
  expect(contributions.filter(({ contribution }) => contribution !== 0)).toEqual([
    { name: 'reading', value: 0.5, weight: 3, contribution: 1.5 },
    { name: 'asksToAct', value: 0.25, weight: -2, contribution: -0.5 },
    { name: 'reading × lexical', value: 0.25, weight: 4, contribution: 1 },
  ]);
});

it.each(
  Object.entries(ANSWERABILITY_MODELS).flatMap(([kind, { matched, unmatched }]) => [
    [`${kind}, matched`, matched] as const,
    [`${kind}, unmatched`, unmatched] as const,
  ]),
)(
  'the %s model is unsure between no and yes, and weighs only what there is',
  (_, { weights, minProbability, minUnsureProbability }) => {
    expect(Object.keys(weights).filter((name) => !TERM_NAMES.includes(name as never))).toEqual([]);
    expect(minUnsureProbability).toBeGreaterThanOrEqual(0);
    expect(minUnsureProbability).toBeLessThanOrEqual(minProbability);
    expect(minProbability).toBeLessThanOrEqual(1);
  },
);
