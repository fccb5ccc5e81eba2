import type { ClaimRules } from '../claim-rules.js';
import { ACCOMPLISHMENT } from './claims/accomplishment.js';
import { ADDRESSES_MODEL } from './claims/addresses-model.js';
import { ADDED_CLAUSE } from './claims/clauses.js';
import { DATES } from './claims/dates.js';
import { DIRECTION } from './claims/direction.js';
import { FRAME_WORDS } from './claims/frame-words.js';
import { LISTS } from './claims/lists.js';
import { NAMES } from './claims/names.js';
import { POLARITY } from './claims/polarity.js';
import { QUANTITIES } from './claims/quantities.js';
import { REPLIES } from './claims/replies.js';

export const CLAIMS: ClaimRules = {
  polarity: POLARITY,
  direction: DIRECTION,
  accomplishment: ACCOMPLISHMENT,
  names: NAMES,
  quantities: QUANTITIES,
  dates: DATES,
  lists: LISTS,
  frameWords: FRAME_WORDS,
  addedClause: ADDED_CLAUSE,
  replies: REPLIES,
  addressesModel: ADDRESSES_MODEL,
};
