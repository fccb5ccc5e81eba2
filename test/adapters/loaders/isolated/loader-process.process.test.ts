import { afterAll, expect, test } from 'vitest';
import { LoaderProcess } from '../../../../src/adapters/loaders/isolated/loader-process.js';
import { aPdf } from '../../../support/a-pdf.js';

const host = new LoaderProcess();
afterAll(() => {
  host.close();
});

const page = (html: string): Uint8Array => new TextEncoder().encode(html);

test('a file is read by the process, and so is the next', async () => {
  expect(await host.read({ format: 'html', bytes: page('<p>Tea is free.') })).toMatchObject({
    text: 'Tea is free.\n',
    loader: 'html',
  });
  const pdf = aPdf([[{ x: 50, y: 50, text: 'Cups are free as well, for all.' }]]);
  expect(await host.read({ format: 'pdf', bytes: pdf })).toMatchObject({
    text: 'Cups are free as well, for all.\n',
    pages: [{ start: 0, page: '1' }],
  });
});

test.each([
  ['pdf', '%PDF-1.7 and no more', /^is damaged, or no PDF \(/u],
  ['docx', 'PK and no more', /^is damaged, or no DOCX \(/u],
  ['epub', '', /^is damaged, or no EPUB \(/u],
] as const)('a broken %s is refused', async (format, text, says) => {
  await expect(host.read({ format, bytes: page(text) })).rejects.toThrow(says);
});

test('one that takes all memory ends the process and nothing else', async () => {
  const many = page('<p>x'.repeat(4_000_000));
  await expect(host.read({ format: 'html', bytes: many })).rejects.toThrow(
    /^takes (?:more memory|too long) to read/u,
  );
  expect(await host.read({ format: 'html', bytes: page('<p>Tea') })).toMatchObject({
    text: 'Tea\n',
  });
});

test('one that is no longer wanted is left at once', async () => {
  const called = new AbortController();
  const reading = host.read(
    { format: 'html', bytes: page('<p>x'.repeat(1_000_000)) },
    called.signal,
  );
  called.abort(new Error('called off'));
  await expect(reading).rejects.toThrow('called off');
  expect(await host.read({ format: 'html', bytes: page('<p>Tea') })).toMatchObject({
    text: 'Tea\n',
  });
});

test('a page that is nested a hundred thousand deep is refused soon', async () => {
  const started = performance.now();
  await expect(host.read({ format: 'html', bytes: page('<div>'.repeat(100_000)) })).rejects.toThrow(
    /nested|too long/u,
  );
  expect(performance.now() - started).toBeLessThan(30_000);
});
