import type { ClaimRules } from './rules/claim-rules.js';
import type { Phrases } from './rules/phrases.js';
import type { PlacePhrases } from './rules/place-phrases.js';
import type { PromptWords } from './rules/prompt-words.js';
import type { ReplyRules } from './rules/reply-rules.js';
import type { RemarkRules } from './rules/remark-rules.js';
import type { QuestionRules } from './rules/question-rules.js';

/**
 * All that the product knows of one language. A language may know a part only: French has names for
 * the parts of a treaty and nothing else; what is absent is not done for it.
 *
 * Regular expressions in it are anchored by whoever wrote them, have no `g` flag unless they say so,
 * and take linear time.
 */
export interface Language {
  /** BCP 47, lower case: `en`. Also the name of its folder. */
  readonly tag: string;
  /** One letter of the script that it is written in. */
  readonly script: RegExp;
  /** Without them its words are searched as they stand. */
  readonly words?: WordRules;
  readonly sentences?: SentenceRules;
  readonly numbers?: NumberRules;
  readonly calendar?: Calendar;
  readonly parts?: PartNames;
  readonly titles?: TitleRules;
  readonly lines?: LineRules;
  /** How questions are asked in it. */
  readonly questions?: QuestionRules;
  /** What is said in it to the service itself, and what is replied. */
  readonly remarks?: RemarkRules;
  /** What the check of a chat model's sentences has to know of it. */
  readonly claims?: ClaimRules;
  /** How chat models write in it. */
  readonly replies?: ReplyRules;
  /** Says that the texts are in another language than the question; `{}` stands for its name. */
  readonly notice?: string;
  /** What is said beside an answer that a chat model has written. */
  readonly modelNotices?: ModelNotices;
  /** What the product says in it by itself. */
  readonly phrases?: Phrases;
  /** What is said of the places in a text that a question names; in English where absent. */
  readonly placePhrases?: PlacePhrases;
  /** Asks what stands in a part of a text: `{heading}` is what that is called. */
  readonly sectionQuestion?: string;
  /** What stands around others' words in the slots of a prompt. */
  readonly prompts?: PromptWords;
}

export interface ModelNotices {
  /** The texts' own words stand where the model's were not borne out. */
  readonly replaced: string;
  /** Of what the model wrote something is left out, since the texts have nothing like it. */
  readonly omitted: string;
  /** The model's sentences are in a language in which they cannot be judged. */
  readonly unjudged: string;
}

export interface WordRules {
  /** Words that are searched for in no text. */
  readonly stopWords: readonly string[];
  /** There are no blanks between words: a dictionary (`Intl.Segmenter`) tells them. */
  readonly unspaced?: true;
  /** Parts of a word that are searched for beside it, since others are made of them. */
  readonly alsoBy?: 'ideographs' | 'pairs';
  /** After a hyphen that stands for the rest of a word: "long- and medium-term". */
  readonly joining?: readonly string[];
  /** Marks on letters make other letters of them (й), where elsewhere they are accents. */
  readonly marksTellLetters?: true;
  /** Letters that are written one for the other; the first becomes the second. */
  readonly sameLetters?: readonly (readonly [written: string, read: string])[];
  /** What at the end of a word is none of it: possessive endings; with the `g` flag. */
  readonly dropped?: RegExp;
  /** The one spelling of a word that is written in several: "organise", "organize". */
  readonly oneSpelling?: (word: string) => string;
  /** The index term of a word in lower case and without accents. Absent: the word itself. */
  readonly stem?: (word: string) => string;
  /**
   * Misspelt words of questions are mended. Not where words have many forms: one that the texts lack
   * would look like a mistake.
   */
  readonly mended?: true;
  /** `stem` is given words with their accents, which the term then loses: "passé", not "passe". */
  readonly accentsTellEndings?: true;
}

export interface SentenceRules {
  /** Never the last word of a sentence: "Mr.", "e.g."; in lower case, without the stop. */
  readonly beforeWord: readonly string[];
  /** Before a number a part of its name: "No. 5"; else a word, or the end of a sentence. */
  readonly beforeNumber: readonly string[];
  /** May end a sentence: "U.S.", "Ltd."; it does where the next word begins one. */
  readonly either: readonly string[];
  /** Abbreviations only with a capital: "Gen. Assembly" but "the rep. left". */
  readonly capitalOnly: readonly string[];
  /** Words that begin a sentence more often than they follow an abbreviation. */
  readonly starters: readonly string[];
}

export interface NumberRules {
  /** From zero on: "zero", "one", … */
  readonly cardinals: readonly string[];
  /** From zero on: "zeroth", "first", … */
  readonly ordinals: readonly string[];
  /** From twenty on: "twenty", "thirty", … */
  readonly tens: readonly string[];
  /** The ordinal of a word for tens. */
  readonly ordinalOfTens: (tens: string) => string;
  /** What a number before them is multiplied by: "million". */
  readonly scales: readonly (readonly [word: string, value: number])[];
}

/** In lower case. */
export interface Calendar {
  /** From January on. */
  readonly months: readonly string[];
  /** Short names, by which a month is known also where its full name stands: "jan", "sept". */
  readonly shortMonths: readonly string[];
  /** From Monday on. */
  readonly weekdays: readonly string[];
}

/** Names of the parts of a legal text; alternatives of a regular expression, in lower case. */
export interface PartNames {
  /** Parts that hold other parts, outermost first: `annex`, `part`, `chapter`, `subdivision`. */
  readonly divisions: Readonly<Partial<Record<Division, string>>>;
  /** Parts that hold the wording itself and are cited by their number. */
  readonly provisions: Readonly<Partial<Record<Provision, string>>>;
  /** A division above articles (law of the sea), or a provision within them (constitutions). */
  readonly section?: string;
  /** What may stand before a heading without a number: "The Preamble". */
  readonly determiners?: readonly string[];
  /** What a preamble is called; the beginning of its heading. */
  readonly preamble?: string;
  /** Headings of annexes that have no number: "annexes", "schedule". */
  readonly annexes?: readonly string[];
  /** Headings of what stands behind all parts, with what is counted below: "disposiciones finales". */
  readonly endings?: Readonly<Partial<Record<EndProvision, string>>>;
  /** Other headings that need no number: "final provisions". */
  readonly named: readonly string[];
  /** Headings of a table of contents. */
  readonly contents?: readonly string[];
  /** Numbers of parts in words, from one on: "Part One". */
  readonly numberWords?: readonly string[];
  /** The same as ordinals, one list a form: "Part the First", "РАЗДЕЛ ПЕРВЫЙ", "SECOND SCHEDULE". */
  readonly ordinalWords?: readonly (readonly string[])[];
  /** Words that paragraphs are counted with and parts are not, from one on: "ثانياً:". */
  readonly itemWords?: readonly string[];
  /** The letters of lists in their order, where they are not a to z. */
  readonly letters?: string;
  /** The number stands between this and the name of the part: 第三条. */
  readonly beforeNumberOf?: string;
  /** Behind such a name, before the number of what was put behind it: 第二条之一. */
  readonly beforeInserted?: string;
  /** Behind the number of an article that was put in later, where it is none of the Latin words. */
  readonly inserted?: readonly string[];
  /** A line that says when a text or a provision was adopted: "Ratified July 9, 1868." */
  readonly adoptionLine?: RegExp;
  /** Opens a note of those who publish the text: "Footnote:", "(Статья в редакции". */
  readonly note?: RegExp;
  /** Ways to write the first number that are cited as 1: "premier", "1er". */
  readonly firstNumber?: readonly string[];
  /** Between a part's name and its number: "Article No. 5". */
  readonly beforeNumber?: readonly string[];
}

export type Division = 'annex' | 'part' | 'chapter' | 'subdivision';
export type Provision =
  | 'article'
  | 'principle'
  | 'rule'
  | 'guideline'
  | 'recommendation'
  | 'commitment'
  | 'goal'
  | 'regulation'
  | 'clause'
  | 'paragraph'
  | 'action'
  | 'point'
  | 'amendment'
  | 'decision'
  | 'resolution'
  | EndProvision;

/** Counted each for itself behind the articles, so that their numbers say nothing without the name. */
export type EndProvision =
  'additional-provision' | 'transitional-provision' | 'repealing-provision' | 'final-provision';

/** What tells a heading from wording. */
export interface TitleRules {
  /** A sentence, not a title: verbs with a subject before them. */
  readonly finiteVerb: RegExp;
  /** Opens a clause of a preamble in capitals: "HAVE AGREED AS FOLLOWS". */
  readonly capitalClause: RegExp;
  /** Opens the lines before the signatures, which have no other mark: "DONE at …". */
  readonly formula: RegExp;
  /** Opens the formula below the last provision. */
  readonly closingFormula: RegExp;
  /** Short forms after whose stop a title goes on: "St", "Dr". */
  readonly shortForms: readonly string[];
  /** What follows the digits of a day: "17th September 2021". */
  readonly dayEndings: readonly string[];
}

/** What tells whether a line goes on with the line before. */
export interface LineRules {
  /** At the end of a line: a number that follows belongs to the sentence ("Article⏎5. The …"). */
  readonly leadsToNumber: RegExp;
  /** After a number: it counts something and is none of a paragraph ("5 million"). */
  readonly quantity: RegExp;
  /** At the end of a sentence whose stop takes a number: "No.". */
  readonly takesNumber: RegExp;
  /** Before the last item of a list: "and", "or". */
  readonly lastItem: readonly string[];
}
