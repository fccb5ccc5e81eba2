import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../../src/bin/config/load-config.js';
import { parseAllowedOrigins } from '../../../src/server/access/allowed-origins.js';

describe('a list of allowed origins', () => {
  test.each([
    ['', []],
    [' , ', []],
    ['https://example.org', ['https://example.org']],
    ['https://example.org,http://localhost:5173', ['https://example.org', 'http://localhost:5173']],
    [
      '  https://a.example ,\thttps://b.example, https://a.example, ',
      ['https://a.example', 'https://b.example'],
    ],
    ['https://xn--bcher-kva.example, null', ['https://xn--bcher-kva.example', 'null']],
    ['http://[::1]:3000', ['http://[::1]:3000']],
    [' * ', 'any'],
  ])('%j is %j', (list, origins) => {
    expect(parseAllowedOrigins(list)).toEqual({ ok: true, origins });
  });

  test.each([
    ['https://example.org/', 'write https://example.org'],
    ['https://example.org/chat?x#y', 'write https://example.org'],
    ['HTTPS://Example.org', 'write https://example.org'],
    ['https://example.org:443', 'write https://example.org'],
    ['https://user:secret@example.org', 'write https://example.org'],
    ['https://bücher.example', 'write https://xn--bcher-kva.example'],
    ['https://*.example.org', 'name each origin'],
    ['https://a.example,*', 'stands alone'],
    ['*,*', 'stands alone'],
    ['https://a.example https://b.example', 'put a comma'],
    ['https://a.example;https://b.example', 'put a comma'],
    ['example.org', 'no origin such as https://example.org'],
    ['localhost:3000', 'no origin such as'],
    ['file:///home', 'no origin such as'],
    ['javascript:alert(1)', 'no origin such as'],
    ['https://', 'no origin such as'],
    ['true', 'no origin such as'],
    ['"https://example.org"', 'no origin such as'],
  ])('%j is refused, with advice', (list, advice) => {
    expect(parseAllowedOrigins(list)).toEqual({
      ok: false,
      message: expect.stringContaining(advice) as string,
    });
  });
});

describe('ALLOWED_ORIGINS', () => {
  test('is none unless set', () => {
    expect(loadConfig({}).allowedOrigins).toEqual([]);
    expect(loadConfig({ ALLOWED_ORIGINS: ' ' }).allowedOrigins).toEqual([]);
  });

  test('is the list', () => {
    expect(
      loadConfig({ ALLOWED_ORIGINS: 'https://a.example, https://b.example' }).allowedOrigins,
    ).toEqual(['https://a.example', 'https://b.example']);
    expect(loadConfig({ ALLOWED_ORIGINS: '*' }).allowedOrigins).toBe('any');
  });

  test('that cannot be used ends the command with what to write', () => {
    expect(() => loadConfig({ ALLOWED_ORIGINS: 'https://a.example/' })).toThrow(
      expect.objectContaining({
        code: 'invalid-configuration',
        message: expect.stringMatching(
          /^ALLOWED_ORIGINS="https:\/\/a\.example\/" holds .*write https:\/\/a\.example\. See/,
        ) as string,
      }) as Error,
    );
  });
});
