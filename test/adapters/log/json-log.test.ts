import { expect, it } from 'vitest';
import { createJsonLog } from '../../../src/adapters/log/json-log.js';

function logged(write: (log: ReturnType<typeof createJsonLog>) => void, level = 'info' as const) {
  const lines: string[] = [];
  write(createJsonLog(level, { write: (line: string) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

it('is an object a line, with when, how grave and what', () => {
  const [line] = logged((log) => {
    log.warn('Told.', { reason: 'improbable', status: 503 });
  });
  expect(line).toEqual({
    level: 'warn',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u) as string,
    service: 'declaration-chat',
    reason: 'improbable',
    status: 503,
    msg: 'Told.',
  });
});

it('shows what is of its level or above', () => {
  const lines = logged((log) => {
    log.debug('a');
    log.info('b');
    log.error('c');
  });
  expect(lines.map(({ msg }) => msg)).toEqual(['b', 'c']);
});

it('holds no field that is not named for it, whoever hands it over', () => {
  const fields = { reason: 'r', apiKey: 'sk-secret', headers: { authorization: 'Bearer x' } };
  const [line] = logged((log) => {
    log.info('Told.', fields);
  });
  expect(Object.keys(line ?? {}).sort()).toEqual(['level', 'msg', 'reason', 'service', 'time']);
});

it('keeps words of others in one line', () => {
  const lines: string[] = [];
  createJsonLog('info', { write: (line: string) => void lines.push(line) }).info('a\nb\u001b[2J', {
    reason: `x\n{"level":"error"}\u2028${'long '.repeat(2_000)}`,
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).not.toMatch(/[\n\u001b]/u);
  expect(lines[0]?.length).toBeLessThan(5_000);
});
