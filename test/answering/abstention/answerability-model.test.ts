import { expect, it } from 'vitest';
import {
  contributionsOf,
  FEATURE_NAMES,
  probabilityAnswerable,
  type AnswerabilityFeatures,
  type AnswerabilityModel,
} from '../../../src/answering/abstention/answerability-model.js';
import { ANSWERABILITY_MODELS } from '../../../src/answering/abstention/answerability-weights.js';

const all = (value: number): AnswerabilityFeatures =>
  Object.fromEntries(FEATURE_NAMES.map((name) => [name, value])) as AnswerabilityFeatures;
const MODEL: AnswerabilityModel = {
  intercept: -1,
  weights: { ...all(0), coverage: 3, unknown: -2 },
  minProbability: 0.5,
};

it('the probability is the logistic function of the intercept and what the features add', () => {
  expect(probabilityAnswerable(MODEL, all(0))).toBeCloseTo(1 / (1 + Math.E), 12);
  expect(probabilityAnswerable(MODEL, { ...all(0), coverage: 1, unknown: 1 })).toBe(0.5);
});

it('each feature adds its weight times its value', () => {
  const contributions = contributionsOf(MODEL, { ...all(0), coverage: 0.5, unknown: 0.25 });
  expect(contributions.map(({ name }) => name)).toEqual(FEATURE_NAMES);
  expect(contributions.filter(({ contribution }) => contribution !== 0)).toEqual([
    { name: 'coverage', value: 0.5, weight: 3, contribution: 1.5 },
    { name: 'unknown', value: 0.25, weight: -2, contribution: -0.5 },
  ]);
});

it.each(Object.entries(ANSWERABILITY_MODELS))(
  'of the %s model, evidence never speaks against an answer, nor what is missing for one',
  (_, { weights, minProbability }) => {
    for (const name of ['lexical', 'partSimilarity', 'coverage', 'formSimilarity'] as const) {
      expect(weights[name], name).toBeGreaterThanOrEqual(0);
    }
    for (const name of FEATURE_NAMES.filter((each) =>
      /^(?:missing|unknown|asksTo|asksFor)/u.test(each),
    )) {
      expect(weights[name], name).toBeLessThanOrEqual(0);
    }
    expect(minProbability).toBeGreaterThan(0);
    expect(minProbability).toBeLessThan(1);
  },
);
