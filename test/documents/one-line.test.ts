import { expect, it } from 'vitest';
import { oneLine } from '../../src/documents/one-line.js';

it('is one line of words, whatever stood between them', () => {
  expect(oneLine('two\n\tlines\u2028three')).toBe('two lines three');
});

it('has no sign by which a terminal is told to do something', () => {
  expect(oneLine('\u001b]0;owned\u0007a\u009b31mb\u007f')).toBe(']0;owneda31mb');
});

it('is cut between two words, and says so', () => {
  expect(oneLine('dams and nets', 8)).toBe('dams and …');
  expect(oneLine('dams and nets', 7)).toBe('dams …');
  expect(oneLine('dams and nets', 13)).toBe('dams and nets');
});

it('one word that is too long is cut where it must be, never within a character', () => {
  expect(oneLine('abcdef', 4)).toBe('abcd …');
  expect(oneLine('abc😀', 4).isWellFormed()).toBe(true);
});
