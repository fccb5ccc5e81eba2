/** Where one question ends and another begins: "…, and what …", "…; which …", "… and in which city …", "…? And who …". */
const NEXT_QUESTION =
  /(?:[,;?]\s*|\s+)(?:and|but|or)?\s*(?=(?:(?:in|on|at|to|for|from|by|with|under|of|about) )?(?:what|which|who|whom|whose|when|where|why|how)\b)/giu;
/** A question word after these goes with what is before it: "the kind of cooperation which …", "explain how". */
const SUBORDINATE = /(?:\b(?:of|about|on|in|that|explain|describe|say|says|said|tell|tells|told|know|see|list|state|states|stated|name|names|me|us|clear|decide|decided)|^)\s*$/iu;
const MIN_WORDS = 3;
const MAX_PARTS = 3;

/**
 * The questions that a question is made of, in order; most have one. A part is split off only where a
 * conjunction or a mark stands before its question word, and where both sides are long enough to be questions.
 */
export function splitQuestion(question: string): string[] {
  const cuts: number[] = [];
  for (const match of question.matchAll(NEXT_QUESTION)) {
    const joined = /and|but|or|[;?]/iu.test(match[0]);
    if (joined && !SUBORDINATE.test(question.slice(0, match.index))) cuts.push(match.index);
  }
  const parts: string[] = [];
  let start = 0;
  for (const end of [...cuts, question.length]) {
    const part = question.slice(start, end).replace(/^[\s,;?]*(?:and|but|or)\s+/iu, '').replace(/^[\s,;?]+/u, '').trim();
    if (part.split(/\s+/u).length < MIN_WORDS) return [question];
    parts.push(part);
    start = end;
  }
  return parts.length > MAX_PARTS ? [question] : parts;
}
