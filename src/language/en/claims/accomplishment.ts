import type { AccomplishmentRules } from '../../rules/claim-rules.js';
import { listed } from '../../listed.js';

export const ACCOMPLISHMENT: AccomplishmentRules = {
  finished: listed('has have had was were been'),
  unfinished: listed('be being is are'),
  wanted: listed('will would shall should must may might can could to'),
  nearOnly: ['to'],
  deeds: listed(
    'set established created founded formed opened launched adopted approved elected built named ' +
      'announced signed entered become introduced achieved overcome completed begun started ended ' +
      'abolished closed destroyed resolved appointed joined settled solved expanded improved ' +
      'strengthened increased decreased transformed ratified',
  ),
  deedsInBaseForm: ['set', 'become'],
  past: /\p{L}{2}ed$/u,
  irregularPast: [
    ['held', 'hold'],
    ['built', 'build'],
    ['became', 'become'],
    ['began', 'begin'],
    ['begun', 'begin'],
    ['gave', 'give'],
    ['given', 'give'],
    ['made', 'make'],
    ['took', 'take'],
    ['taken', 'take'],
    ['chosen', 'choose'],
    ['chose', 'choose'],
  ],
};
