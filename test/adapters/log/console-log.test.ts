import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createConsoleLog, LOG_LEVELS } from '../../../src/adapters/log/console-log.js';

let lines: string[];
beforeEach(() => {
  lines = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
});

it.each([
  ['debug', ['debug: a', 'info: b', 'warn: c', 'error: d']],
  ['info', ['info: b', 'warn: c', 'error: d']],
  ['warn', ['warn: c', 'error: d']],
  ['error', ['error: d']],
] as const)('at level %s shows what is of it or above', (level, shown) => {
  const log = createConsoleLog(level);
  log.debug('a');
  log.info('b');
  log.warn('c');
  log.error('d');
  expect(lines).toEqual(shown);
});

it('knows the levels of the port, and no other', () => {
  expect(Object.keys(createConsoleLog('debug')).sort()).toEqual([...LOG_LEVELS].sort());
});

it('shows fields behind the message, words in quotes, without those that are not there', () => {
  createConsoleLog('debug').debug('Refused.', {
    reason: 'improbable',
    probability: 0.12,
    status: 503,
    bytes: undefined,
  });
  expect(lines).toEqual(['debug: Refused. reason="improbable" probability=0.12 status=503']);
});

it('keeps words of others on one line, and short', () => {
  createConsoleLog('debug').debug('Refused.', {
    question: `a "quote"\nwarn: forged \u001b[2J ${'long '.repeat(200)}`,
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^debug: Refused\. question="a \\"quote\\" warn: forged \[2J long /u);
  expect(lines[0]).not.toMatch(/[\n\u001b]/u);
  expect(lines[0]?.length).toBeLessThan(400);
});
