import type { CondensingRules } from '../../../rules/retrieval-question-rules.js';

export const CONDENSING: CondensingRules = {
  label: /^(?:(?:rewritten|standalone|last) )?question:\s*/iu,
};
