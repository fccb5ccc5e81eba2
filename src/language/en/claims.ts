import type { ClaimRules } from '../claim-rules.js';

export const CLAIMS: ClaimRules = {};
