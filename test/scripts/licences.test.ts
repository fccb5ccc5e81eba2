import { expect, test } from 'vitest';
import { licenceComplaints, licensedIn } from '../../scripts/licences.js';

const bill = (name: string, licenses?: object[]): Parameters<typeof licensedIn>[0] => ({
  components: [{ name, version: '1.0.0', ...(licenses === undefined ? {} : { licenses }) }],
});
const complaintsAbout = (...args: Parameters<typeof bill>): string[] =>
  licenceComplaints(licensedIn(bill(...args)));

test.each([
  ['a permissive licence', 'a', [{ license: { id: 'MIT' } }]],
  ['several of them', 'a', [{ license: { id: 'MIT' } }, { license: { id: 'ISC' } }]],
  [
    'a package whose terms were read',
    '@img/sharp-libvips-linux-arm64',
    [{ license: { id: 'LGPL-3.0-or-later' } }],
  ],
])('%s will do', (_what, name, licenses) => {
  expect(complaintsAbout(name, licenses)).toEqual([]);
});

test.each([
  ['one that binds who passes it on', [{ license: { id: 'AGPL-3.0-only' } }], 'AGPL-3.0-only'],
  [
    'one beside a permissive one',
    [{ license: { id: 'MIT' } }, { expression: 'GPL-2.0' }],
    'MIT, GPL-2.0',
  ],
  ['one of its own words', [{ license: { name: 'Custom' } }], 'Custom'],
  ['none', undefined, 'says nothing of its licence'],
])('%s is to be read', (_what, licenses, named) => {
  expect(complaintsAbout('a', licenses)).toEqual([`a 1.0.0: ${named}`]);
});
