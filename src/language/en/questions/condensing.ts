import type { CondensingRules } from '../../retrieval-question-rules.js';

export const CONDENSING: CondensingRules = {
  speakers: { user: 'Visitor', assistant: 'Service' },
  label: /^(?:(?:rewritten|standalone|last) )?question:\s*/iu,
};
