import { expect, it } from 'vitest';
import { judgeClaims } from '../../../training/support/judge-claims.js';
import { shippedEncoder } from '../../support/shipped-models.js';

it('faithful claims about the shipped texts are borne out, and what they become by rule is not', async () => {
  const rows = await judgeClaims(await shippedEncoder());
  const faithful = rows.filter(({ kind }) => kind === 'faithful');
  const corrupted = rows.filter(({ kind }) => kind !== 'faithful');
  expect(faithful.length).toBeGreaterThan(60);
  expect(corrupted.length).toBeGreaterThan(300);
  expect(faithful.filter(({ verdict }) => verdict === 'supported').length).toBeGreaterThanOrEqual(
    0.93 * faithful.length,
  );
  expect(corrupted.filter(({ verdict }) => verdict === 'supported').length).toBeLessThanOrEqual(
    0.01 * corrupted.length,
  );
});
