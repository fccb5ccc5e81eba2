import { words } from '../language/tokenize.js';

/** What a question asks for, where its words say so and a text can be seen to hold it. */
export const ANSWER_KINDS = ['date', 'frequency', 'number', 'name'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december';
const NUMBER_WORD =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundreds?|thousands?|millions?|billions?|dozens?';
/** In a declaration those who act are bodies as often as people. */
const BODY =
  'states|countries|governments?|chair(?:man|woman|person)?|president|treasurer|secretary|director|delegates?|assembly|board|congress|courts?|judges?|council|committee|commission|bank|secretariat|organi[sz]ations?|ministers?|parties|parliaments?|chamber|institutes?|institutions?|union|association|authorities|centres?|participants|signatories|heads';
const ASKED_BODY =
  'person|people|man|woman|leaders?|presidents?|ministers?|officials?|countr(?:y|ies)|states?|nations?|governments?|bod(?:y|ies)|organi[sz]ations?|agenc(?:y|ies)|institutions?|compan(?:y|ies)|banks?|cit(?:y|ies)|towns?|places?|hotels?|venues?';
/** Where a question, or one more in it, begins. */
const OPENING = String.raw`(?:^|[,;:–-]|\band|\bbut|\bor)\W*`;

/** Tried in this order. */
const ASKS: Readonly<Record<AnswerKind, RegExp>> = {
  date: new RegExp(
    String.raw`${OPENING}(?:(?:since|until|till|from|by) )?when\b|\b(?:what|which) (?:\w+ )?(?:years?|dates?|days?|months?|time|term|period|decade)\b`,
    'iu',
  ),
  frequency: /\bhow (?:often|frequently|regularly)\b/iu,
  number:
    /\bhow (?:many|much|big|large|high|far|old)\b|\b(?:percentage|per ?cent|number of|amount of|budget|cost|price|sum|salary|turnover|population)\b/iu,
  name: new RegExp(
    String.raw`${OPENING}(?:(?:by|with|from|to|for|of|under) )?who(?:se|m)?\b|${OPENING}where\b|\b(?:what|which) (?:\w+ )?(?:${ASKED_BODY})\b|\bnames? of\b|\b(?:title|called|named)\b`,
    'iu',
  ),
};

const TIME =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|midnight|noon|night|morning|evening|spring|summer|autumn|winter';
const DATES = new RegExp(
  String.raw`\b(?:1[89]|20)\d\d\b|\b(?:${MONTH}) \d{1,2}\b|\b\d{1,2} (?:${MONTH})\b|\b(?:in|every|each|of|by|until|from|since) (?:${MONTH})\b|\b(?:${TIME})s?\b|\b\d{1,2}[:.]\d\d\b|\b(?:days?|weeks?|months?|years?) (?:after|before|from|of)\b|\b(?:every|once an?) (?:day|week|month|year)\b`,
  'giu',
);
const FREQUENCIES =
  /\b(?:every|each|annual(?:ly)?|yearly|monthly|weekly|daily|once|twice|times|regular(?:ly)?|permanent(?:ly)?)\b/giu;
const NUMBERS = new RegExp(String.raw`\d+(?:[.,]\d+)*|\b(?:${NUMBER_WORD})\b`, 'giu');
const YEAR = /^(?:1[89]|20)\d\d$/u;
/** Words with a capital that do not open a sentence or a quotation, and bodies. */
const NAMES = new RegExp(
  String.raw`(?<=[\p{L}\p{N},;:)”"’–-] ["“(]?)\p{Lu}[\p{L}’'-]+|(?<=\p{L} ["“(])\p{Lu}[\p{L}’'-]+|\b(?:${BODY})\b`,
  'gu',
);
/** Names that nearly every paragraph of a declaration has. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  'member',
  'members',
  'states',
  'state',
  'parties',
  'declaration',
  'treaty',
  'convention',
  'charter',
  'the',
]);

/** The kind of thing that a question asks for, where its words say so. */
export function expectedKind(question: string): AnswerKind | undefined {
  return ANSWER_KINDS.find((kind) => ASKS[kind].test(question));
}

/**
 * Whether a text holds a thing of that kind that the question does not hold itself. The printed
 * number of a paragraph does not count.
 */
export function addsKind(
  text: string,
  { kind, question }: { readonly kind: AnswerKind; readonly question: string },
): boolean {
  const asked = question.toLowerCase();
  const body = text.replace(/^\s*\d+\.\s/u, '');
  switch (kind) {
    case 'date':
      return found(body, DATES).some((date) => !asked.includes(date));
    case 'frequency':
      return found(body, FREQUENCIES).length > 0;
    case 'number':
      return found(body, NUMBERS).some(
        (number) => !YEAR.test(number) && !words(asked).includes(number),
      );
    case 'name': {
      const known = new Set(words(question));
      return found(body, NAMES).some((name) => !EVERYWHERE.has(name) && !known.has(name));
    }
  }
}

function found(text: string, pattern: RegExp): string[] {
  return (text.replace(/\s+/gu, ' ').match(pattern) ?? []).map((token) => token.toLowerCase());
}
