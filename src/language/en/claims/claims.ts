import type { ClaimRules } from '../../rules/claim-rules.js';
import { ADDRESSES_MODEL } from './addresses-model.js';
import { DATES } from './dates.js';
import { QUANTITIES } from './quantities.js';

export const CLAIMS: ClaimRules = {
  quantities: QUANTITIES,
  dates: DATES,
  addressesModel: ADDRESSES_MODEL,
};
