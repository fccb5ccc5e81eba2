import { describe, expect, it } from 'vitest';
import { splitQuestion } from '../../../src/retrieval/query/split-question.js';

describe('splitQuestion', () => {
  it.each([
    [
      'Where is the Secretariat based, and in which city would the centre be set up?',
      ['Where is the Secretariat based', 'in which city would the centre be set up?'],
    ],
    [
      'When did expansion start and what are the conditions for joining?',
      ['When did expansion start', 'what are the conditions for joining?'],
    ],
    [
      'What is said about drugs? And who should act?',
      ['What is said about drugs', 'who should act?'],
    ],
  ])('%j has several parts', (question, parts) => {
    expect(splitQuestion(question)).toEqual(parts);
  });

  it.each([
    'What do they say about the countries which joined and the ones that did not?',
    'Explain how and why the SCO was founded.',
    'Which states and which bodies?',
    'Tell me what the declaration says on drugs.',
    'How will the members fight terrorism and extremism?',
    'what and who and when and how and why and where',
    'According to Konstantin Novak, how many states came?',
    'In the upper valley, who may fish?',
    '',
  ])('%j is one question', (question) => {
    expect(splitQuestion(question)).toEqual([question]);
  });
});
