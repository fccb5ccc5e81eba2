import { describe, expect, it } from 'vitest';
import { expectedKind, holdsKind } from '../../src/answering/expected-kind.js';
import { questionForm } from '../../src/answering/question-form.js';

describe('the form of a question', () => {
  it.each([
    ['When was it signed?', 'when'],
    ['In what year did they meet?', 'when'],
    ['How long will it last?', 'when'],
    ['How many students are there?', 'how-many'],
    ['What is the budget of the bank?', 'how-many'],
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

describe('the kind of thing asked for', () => {
  it.each([
    ['When was it signed?', 'date', '3. On June 15, 2001 in Shanghai', true],
    ['When was it signed?', 'date', '12. Member States will respect the right', false],
    ['How many states?', 'number', '22. The parties agree.', false],
    ['How many states?', 'number', 'The six states agree.', true],
    ['Who spoke?', 'person', 'said Konstantin Zatulin at the end', true],
    ['Who pays?', 'person', 'the bank of the union pays', true],
    ['Who spoke?', 'person', 'it was said at the end', false],
  ] as const)('%j wants a %s; %j holds one: %s', (...[question, kind, text, holds]) => {
    expect(expectedKind(question)).toBe(kind);
    expect(holdsKind(text, kind)).toBe(holds);
  });

  it('is not told where the words do not say', () => {
    expect(expectedKind('What do they say about drugs?')).toBeUndefined();
  });
});
