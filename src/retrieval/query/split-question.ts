/**
 * Where one question ends and another begins: "…, and what …", "…; which …", "… and in which city
 * …", "…? And who …".
 */
const NEXT_QUESTION =
  /(?:[,;?] ?| )(?:(?:and|but|or) )?(?=(?:(?:in|on|at|to|for|from|by|with|under|of|about) )?(?:what|which|who|whom|whose|when|where|why|how)\b)/giu;
/**
 * A question word after these goes with what is before it: "the kind of cooperation which …",
 * "explain how".
 */
const SUBORDINATE =
  /(?:\b(?:of|about|on|in|that|explain|describe|say|says|said|tell|tells|told|know|see|list|state|states|stated|name|names|me|us|clear|decide|decided)|^)$/iu;
/** No word that {@link SUBORDINATE} looks for is longer. */
const LOOK_BACK = 20;
const MIN_WORDS = 3;
/** "According to Mr Novak, how many …": says where to look and asks nothing. */
const FRAME =
  /^(?:according to|in|on|at|under|from|as (?:for|to|regards)|regarding|concerning|with (?:regard|respect) to|when it comes to)\b(?!.*\b(?:what|which|who|whom|whose|where|why|how)\b)/iu;
const MAX_PARTS = 3;

/**
 * The questions that a question is made of, in order; most have one. A part is split off only where
 * a conjunction or a mark stands before its question word, and where both sides are long enough to
 * be questions.
 */
export function splitQuestion(question: string): string[] {
  const text = question.replace(/\s+/gu, ' ').trim();
  const cuts: number[] = [];
  for (const match of text.matchAll(NEXT_QUESTION)) {
    const joined = /and|but|or|[,;?]/iu.test(match[0]);
    if (
      joined &&
      !SUBORDINATE.test(text.slice(Math.max(0, match.index - LOOK_BACK), match.index))
    ) {
      cuts.push(match.index);
    }
  }
  if (cuts.length >= MAX_PARTS) return [question];
  const parts: string[] = [];
  let start = 0;
  for (const end of [...cuts, text.length]) {
    const part = text
      .slice(start, end)
      .replace(/^[ ,;?]+/u, '')
      .replace(/^(?:and|but|or) /iu, '');
    if (part.split(' ').length < MIN_WORDS || FRAME.test(part)) return [question];
    parts.push(part);
    start = end;
  }
  return parts.length === 1 ? [question] : parts;
}
