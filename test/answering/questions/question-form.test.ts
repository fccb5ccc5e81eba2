import { describe, expect, it } from 'vitest';
import { questionForm } from '../../../src/answering/questions/question-form.js';

describe('the form of a question', () => {
  it.each([
    ['When was it signed?', 'when'],
    ['In what year did they meet?', 'when'],
    ['How long will it last?', 'when'],
    ['How many students are there?', 'how-many'],
    ['What is the budget of the bank?', 'how-many'],
    ['How much authorised capital has the bank?', 'how-many'],
    ['Will Dushanbe be the tourism capital?', 'yes-no'],
    ['Who signed it?', 'who'],
    ['Which countries support it?', 'who'],
    ['Where is the Secretariat?', 'where'],
    ['In which city is it?', 'where'],
    ['Why was it moved?', 'why'],
    ['Is the SCO an alliance?', 'yes-no'],
    ['and do they object to it?', 'yes-no'],
    ['How will they fight drugs?', 'how'],
    ['What do they say about drugs?', 'what'],
    ['food security', 'what'],
  ])('%j asks %s', (question, form) => {
    expect(questionForm(question)).toBe(form);
  });
});
