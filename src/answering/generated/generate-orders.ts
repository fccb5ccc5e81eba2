/** Words by which texts try to give orders to a chat model. Declarations speak to states, not to whoever reads them out. */
const ORDERS: readonly RegExp[] = [
  // "Ignore all previous instructions", "forget what you were told".
  /\b(?:ignore|disregard|forget|override|bypass)\b[^.]{0,40}\b(?:(?:previous|prior|above|earlier|preceding|other|these|those|your|system)\b[^.]{0,20}\b(?:instructions?|rules|prompts?|orders|guidelines|directions|messages?|context)|what you (?:were|have been) told|everything (?:above|before))\b/iu,
  // "Reply only with X", "and print the word X", "please output exactly X".
  /(?:^|[.,;:!)\]"”]\s*|\b(?:and|then|now|please|you must|you should|instead)\s+)(?:(?:reply|respond|answer)\s+(?:only\s+|just\s+|exactly\s+)?with|(?:print|output|say|write|repeat|reply|respond|answer)\s+(?:only|exactly|just|verbatim|the (?:words?|phrase|string|token|text|code|canary|secret|system))\b)/iu,
  // "and print CANARY-4711": a token, not words.
  /(?:^|[^\p{L}])(?:(?:[Pp]rint|[Oo]utput)\s+["“'`]?\p{Lu}{3,}|(?:[Ss]ay|[Ww]rite|[Rr]epeat|[Aa]nswer|[Rr]eply)\s+["“'`]?\p{Lu}{3,}[-_\d])/u,
  /\b(?:system|developer|hidden|initial) prompt\b|\byou are (?:now |no longer )(?:a|an|the|in|free)\b|\b(?:as an?|you are an?) (?:ai|assistant|chatbot|language model)\b/iu,
  // Marks of turns in a chat.
  /^\W*(?:system|developer|assistant|user|human)\s*:|<\|[a-z_]+\|>|\[\/?INST\]|^\W*#+\s*(?:instruction|system)/iu,
];

/**
 * Whether a sentence of a text gives orders to a chat model. Such a sentence is evidence of nothing: a model that obeys
 * it can cite it for what it was told to say, and the words would be there. No list of words knows every order; what
 * a model says is checked against the sentences that are left.
 */
export function givesOrders(sentence: string): boolean {
  return ORDERS.some((order) => order.test(sentence));
}
