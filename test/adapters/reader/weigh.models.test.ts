import { expect, it } from 'vitest';
import { shippedClaimReader } from '../../support/shipped-models.js';

const SENTENCE =
  'The Standing Bodies - the Secretariat in Beijing and the Executive Committee of the Regional ' +
  'Anti-Terrorist Structure in Tashkent - have been functioning effectively.';

it('a claim is likelier beside the sentence that bears it out, and than its opposite', async () => {
  const reader = await shippedClaimReader();
  const [borneOut = NaN, elsewhere = NaN] = await reader.weigh(
    'The Secretariat of the organization is in Beijing.',
    [[SENTENCE], ['Boats may sail on the lake in summer.']],
  );
  expect(borneOut).toBeGreaterThan(elsewhere + 3);
  const [opposite = NaN] = await reader.weigh('The Standing Bodies have not been effective.', [
    [SENTENCE],
  ]);
  expect(borneOut).toBeGreaterThan(opposite + 3);
});
