import type { CondensingRules } from '../../retrieval-question-rules.js';

export const CONDENSING: CondensingRules = {
  label: /^(?:(?:rewritten|standalone|last) )?question:\s*/iu,
};
