export type AnswerKind = 'date' | 'number' | 'person';

const MONTH = 'january|february|march|april|may|june|july|august|september|october|november|december';
const NUMBER_WORD = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million|billion|dozen';

const BODY =
  'states?|countries|country|governments?|council|committee|commission|bank|secretariat|organi[sz]ations?|ministers?|parties|party|parliaments?|chamber|institutes?|union|forum|participants|members?|signatories|heads';

/** Questions that ask for a kind of thing, in the order in which they are tried. */
const ASKS: readonly (readonly [AnswerKind, RegExp])[] = [
  ['date', /\bwhen\b|\b(?:what|which) (?:year|date|month|day|time)\b|\bwhich term\b|\bhow long\b/iu],
  ['number', /\bhow (?:many|much)\b|\b(?:percentage|percent|number of|budget|cost)\b/iu],
  ['person', /\bwho\b|\bwhose\b/iu],
];

const HOLDS: Readonly<Record<AnswerKind, RegExp>> = {
  date: new RegExp(String.raw`\b(?:1[89]|20)\d\d\b|\b(?:${MONTH}) \d|\d (?:${MONTH})\b|\byears?\b`, 'iu'),
  number: new RegExp(String.raw`\d|\b(?:${NUMBER_WORD})\b`, 'iu'),
  // In a declaration those who act are bodies as often as people.
  person: new RegExp(String.raw`\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+|\b(?:${BODY})\b`, 'u'),
};

/** The kind of thing that a question asks for, where its words say so. */
export function expectedKind(question: string): AnswerKind | undefined {
  return ASKS.find(([, pattern]) => pattern.test(question))?.[0];
}

/** Whether a text holds anything of that kind. The printed number of a paragraph does not count. */
export function holdsKind(text: string, kind: AnswerKind): boolean {
  return HOLDS[kind].test(text.replace(/^\s*\d+\.\s/u, ''));
}
