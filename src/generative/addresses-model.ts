const MODEL = String.raw`(?:a\.?i\.?|assistant|chat ?bot|bot|(?:large )?language model|llms?|chat ?gpt|gpt|claude|gemini)`;
const TOLD = String.raw`(?:instructions?|prompts?|rules?|guidelines?|directions?|messages?|texts?|sentences?|context|commands?|orders?)`;

/** How texts that were written for a model speak to it. None of it occurs in a declaration. */
const ADDRESSES: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:ignore|disregard|forget|override|bypass|overlook)\b[^.!?]{0,60}\b(?:above|previous|prior|preceding|earlier|everything|(?:your|all|these|those|any|other|the) ${TOLD})\b`,
    'iu',
  ),
  new RegExp(
    String.raw`\b(?:you are|you're|act as|pretend to be|behave (?:as|like)|role-?play)\b[^.!?]{0,40}\b${MODEL}\b`,
    'iu',
  ),
  new RegExp(
    String.raw`\b(?:system|developer|hidden|initial|secret) (?:prompt|message|instructions?)\b`,
    'iu',
  ),
  new RegExp(
    String.raw`\binstructions? (?:to|for) (?:the |an? |any |all )?${MODEL}\b|^(?:dear |hey |hello |note to |attention )?${MODEL}\s*[,:!]`,
    'iu',
  ),
  /(?:^|[,;:]\s*|\b(?:and|then|please|instead|must|should|now) )(?:only |always )?(?:say|print|output|repeat|reply|respond|answer|write|echo|type|reveal|append|include)\b(?: only| exactly| with| the (?:word|words|phrase|following|string|token|code|text)| this| in your|\s*[:"“«']| [A-Z0-9]+[-_]?[A-Z0-9]+\b)/u,
  /\bin your (?:answer|reply|response|output)\b/iu,
  /^(?:please )?(?:print|output|repeat|reply|respond|reveal|echo)\b/iu,
  /<\|\w+\|>|\[\/?INST\]|<<\/?SYS>>|#{2,}\s*(?:instruction|system|assistant|user)\b|\bTEXT-[0-9a-f]{16}\b/iu,
];

/**
 * Whether a sentence of a text speaks to a model rather than to readers. It is no evidence: a model
 * neither sees nor can cite it. Other ways of putting it may pass; what a model makes of those is
 * checked like all that it says.
 */
export function addressesModel(sentence: string): boolean {
  return ADDRESSES.some((pattern) => pattern.test(sentence));
}
