import type { DirectionRules } from '../../rules/claim-rules.js';
import { listed } from '../../listed.js';
import { OPPOSITES } from './opposites.js';
import { TURNINGS } from './turnings.js';

const WHOLE = listed('all every each');
const PARTIAL = listed('some several certain few many most');

export const DIRECTION: DirectionRules = {
  turnings: TURNINGS,
  opposites: OPPOSITES,
  scope: new RegExp(
    String.raw`(?<!\p{L})(?<scope>${[...WHOLE, ...PARTIAL].join('|')})(?: of)?` +
      String.raw`(?: the| their| its| these)? (?<of>[\p{L}-]+)`,
    'giu',
  ),
  wholeScopes: WHOLE,
};
