import { describe, expect, it } from 'vitest';
import { addsKind, expectedKind } from '../../../src/answering/questions/expected-kind.js';

describe('the kind of thing asked for', () => {
  it.each([
    ['When was it signed?', 'date', '3. On June 15, 2001 in Shanghai', true],
    ['When was it signed?', 'date', '12. Member States will respect the right', false],
    [
      'Which plan runs until 2025, and since when?',
      'date',
      'the Development Strategy until 2025',
      false,
    ],
    ['When does it meet?', 'date', 'It meets in ordinary session every March.', true],
    ['When is loading forbidden?', 'date', 'between 22:00 and 6:00', true],
    ['When may they fish?', 'date', 'They may fish.', false],
    ['How often do they meet?', 'frequency', 'at least once a year', true],
    ['How often do they meet?', 'frequency', 'they met in Sochi', false],
    ['How many states?', 'number', '22. The parties agree.', false],
    ['How many states?', 'number', 'The six states agree.', true],
    ['How many states joined in 2001?', 'number', 'on 15 June 2001', true],
    ['How many states joined?', 'number', 'since 2001', false],
    ['Who spoke?', 'name', 'as said by Konstantin Zatulin at the end', true],
    ['Who is Konstantin Zatulin?', 'name', 'as said by Konstantin Zatulin at the end', false],
    ['Who pays?', 'name', 'the bank of the union pays', true],
    ['Who spoke?', 'name', 'it was said at the end', false],
    ['In which city is it?', 'name', 'the Secretariat in Beijing', true],
    ['Who agreed?', 'name', 'The Member States agreed', false],
  ] as const)('%j wants a %s; %j adds one: %s', (...[question, kind, text, adds]) => {
    expect(expectedKind(question)).toBe(kind);
    expect(addsKind(text, { kind, question })).toBe(adds);
  });

  it.each([
    'What do they say about drugs?',
    'What happens when a dam breaks?',
    'Those who fish: what are their duties?',
  ])('is not told where the words do not say: %s', (question) => {
    expect(expectedKind(question)).toBeUndefined();
  });
});
