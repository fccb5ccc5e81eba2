import { describe, expect, test } from 'vitest';
import { parseTrustedProxies } from '../../../src/server/access/trusted-proxies.js';

describe('proxies that are trusted', () => {
  test.each([
    ['1', 1],
    ['loopback', ['loopback']],
    ['loopback, 10.0.0.0/8,192.0.2.7', ['loopback', '10.0.0.0/8', '192.0.2.7']],
    ['2001:db8::/32', ['2001:db8::/32']],
  ])('%s', (list, proxies) => {
    expect(parseTrustedProxies(list)).toEqual(proxies);
  });

  test.each(['true', '0', '10', '-1', 'everybody', '10.0.0.0/33', '10.0.0', '10.0.0.0/', '1,'])(
    '%s is refused: it would take the word of anybody, or of nobody',
    (list) => {
      expect(parseTrustedProxies(list)).toBeUndefined();
    },
  );
});
