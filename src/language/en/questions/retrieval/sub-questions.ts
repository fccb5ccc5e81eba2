import type { SubQuestionRules } from '../../../rules/retrieval-question-rules.js';

/** Without "when", which opens clauses more often than the others: "when it comes to". */
const QUESTION_WORDS = 'what|which|who|whom|whose|where|why|how';
const CONJUNCTIONS = 'and|but|or';
/** May stand before a question word and belong to it: "in which city". */
const BEFORE_QUESTION_WORD = 'in|on|at|to|for|from|by|with|under|of|about';
const SUBORDINATING = [
  'of|about|on|in|that|explain|describe|say|says|said|tell|tells|told|know|see|list',
  'state|states|stated|name|names|me|us|clear|decide|decided',
].join('|');
const FRAMES = [
  'according to|in|on|at|under|from|as (?:for|to|regards)|regarding|concerning',
  'with (?:regard|respect) to|when it comes to',
].join('|');
/** Opens a thing of its own after "and". */
const THING_OPENINGS = [
  'about|against|at|between|by|for|from|in|of|on|over|to|towards?|under|with',
  'the|an?|one|its|their|what|how',
].join('|');

export const SUB_QUESTIONS: SubQuestionRules = {
  /** "…, and what …", "…; which …", "… and in which city …", "…? And who …". */
  nextQuestion: new RegExp(
    String.raw`(?:[,;?] ?| )(?:(?:${CONJUNCTIONS}) )?` +
      String.raw`(?=(?:(?:${BEFORE_QUESTION_WORD}) )?(?:${QUESTION_WORDS}|when)\b)`,
    'giu',
  ),
  subordinating: new RegExp(String.raw`\b(?:${SUBORDINATING})$`, 'iu'),
  openingConjunction: new RegExp(`^(?:${CONJUNCTIONS}) `, 'iu'),
  frame: new RegExp(String.raw`^(?:${FRAMES})\b(?!.*\b(?:${QUESTION_WORDS})\b)`, 'iu'),
  /** "… the programme and the plan …", "… of the Forum and of research centres …". */
  coordination: new RegExp(`,? and (?=(?:${THING_OPENINGS}) )`, 'giu'),
};
