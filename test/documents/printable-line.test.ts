import { expect, it } from 'vitest';
import { printableLine } from '../../src/documents/printable-line.js';

it('is one line of words, whatever stood between them', () => {
  expect(printableLine('two\n\tlines\u2028three')).toBe('two lines three');
});

it('has no sign by which a terminal is told to do something', () => {
  expect(printableLine('\u001b]0;owned\u0007a\u009b31mb\u007f')).toBe(']0;owneda31mb');
});

it('is cut between two words, and says so', () => {
  expect(printableLine('dams and nets', 8)).toBe('dams and …');
  expect(printableLine('dams and nets', 7)).toBe('dams …');
  expect(printableLine('dams and nets', 13)).toBe('dams and nets');
});

it('one word that is too long is cut where it must be, never within a character', () => {
  expect(printableLine('abcdef', 4)).toBe('abcd …');
  expect(printableLine('abc😀', 4).isWellFormed()).toBe(true);
});
