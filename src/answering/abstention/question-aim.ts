/** Polite ways into a question that ask for nothing but the answer. */
const FRAME =
  /^\W*(?:(?:hi|hello|hey|please|so|ok|well)\W+)*(?:(?:can|could|would|will) you (?:please )?(?:tell|explain|show|say|remind|give me|find|list|describe|summari[sz]e|help)(?: (?:me|us|to me|out))?|do you (?:happen to )?know|are you aware|(?:please )?(?:tell|show|remind) me|i(?:'d| would) (?:like|love) (?:you to tell me|to know)|i (?:want|need) to know|thank you)\b/iu;
const TO_THE_SERVICE = /\byou(?:r|rs|rself)?\b/iu;
const ORDER =
  /^\W*(?:please )?(?:book|order|buy|send|write|compose|translate|draw|play|pretend|imagine|act|ignore|forget|disregard|repeat|print|reveal|output|generate|sing|recommend)\b|\b(?:tell|write|give) me an? (?:joke|poem|story|recipe)\b/iu;
/** Said to be polite, with nothing asked. */
const COURTESY =
  /^\W*(?:(?:(?:many )?thanks|thank you|thx|hello|hi|hey|bye|goodbye|ok(?:ay)?|great|cool|nice|perfect|good (?:morning|afternoon|evening|day|night)|very much|a lot|so much|how are you|sorry)\W*)+$/iu;
/** How things stand today, and which is first or most: what is agreed on one day seldom says. */
const RANK_OR_PRESENT =
  /\b(?:current(?:ly)?|now(?:adays)?|today|tomorrow|so far|at the moment|this year|latest|newest|previous|biggest|largest|smallest|highest|lowest|best|worst|richest|poorest|oldest)\b|\b(?:first|last|next)\b(?! (?:door|to|of|paragraphs?|articles?|sections?|parts?|lines?|sentences?|words?|steps?)\b)/iu;

/**
 * Whether it wants something done, or speaks of the service itself, rather than asks what the texts
 * say.
 */
export function asksToAct(question: string): boolean {
  return TO_THE_SERVICE.test(question.replace(FRAME, '')) || ORDER.test(question);
}

/** Whether it is only said to be polite: "thanks!", "hello". */
export function isCourtesy(question: string): boolean {
  return COURTESY.test(question);
}

/** Whether it asks how things stand now, or which is first, last or most. */
export function asksForRankOrPresent(question: string): boolean {
  return RANK_OR_PRESENT.test(question);
}
