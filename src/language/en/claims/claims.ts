import type { ClaimRules } from '../../rules/claim-rules.js';
import { ACCOMPLISHMENT } from './accomplishment.js';
import { ADDRESSES_MODEL } from './addresses-model.js';
import { ADDED_CLAUSE } from './clauses.js';
import { DATES } from './dates.js';
import { DIRECTION } from './direction.js';
import { FRAME_WORDS } from './frame-words.js';
import { LISTS } from './lists.js';
import { NAMES } from './names.js';
import { POLARITY } from './polarity.js';
import { QUANTITIES } from './quantities.js';
import { REPLIES } from './replies.js';

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
