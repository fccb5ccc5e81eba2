/**
 * What the check of a chat model's sentences has to know of a language. Words are in lower case and
 * in the form that `words` gives them; a rule holds if it holds in any language that has it.
 */
export interface ClaimRules {
  readonly polarity: PolarityRules;
  readonly direction: DirectionRules;
  readonly accomplishment: AccomplishmentRules;
  readonly names: NameRules;
  readonly quantities: QuantityRules;
  readonly dates: DateRules;
  readonly lists: ListRules;
  /**
   * What reports and links, in any form: a claim is not made of it, and may have it where what it
   * cites has not.
   */
  readonly frameWords: readonly string[];
  /** Where one clause of a claim ends and another may have been added. */
  readonly addedClause: RegExp;
  readonly replies: ReplyRules;
  /** How texts that were written for a model speak to it. None of it occurs in a treaty. */
  readonly addressesModel: readonly RegExp[];
}

/** What a text is for, against, or denies. */
export interface PolarityRules {
  /** Deny what follows. */
  readonly denying: readonly string[];
  /** Fits words that are against what follows. */
  readonly against: RegExp;
  /** Are against what follows only where nothing tells what is done against it. */
  readonly sometimesAgainst: readonly string[];
  /** Fits words that tell of what counters something. */
  readonly countering: RegExp;
  /** Fits words that are for what follows. */
  readonly inFavour: RegExp;
  /** Phrases, and the plain words that stand for them: "far from" denies; with the `g` flag. */
  readonly plainWords: readonly (readonly [phrase: RegExp, plain: string])[];
  /** Fits a word that has a denial in it: "unacceptable". */
  readonly negatedWord: RegExp;
  /** What turns a word into its opposite: "un". */
  readonly negatingPrefixes: readonly string[];
  /** Where a denial ends. */
  readonly clauseEnd: RegExp;
  /** The comma between items of a list, where it does not; with the `g` flag. */
  readonly commaInList: RegExp;
}

/** What cannot be left out, put in or turned round without another meaning. */
export interface DirectionRules {
  readonly turnings: readonly Turning[];
  /** What cannot be said of one thing by one sentence and by another that bears it out. */
  readonly opposites: readonly (readonly [RegExp, RegExp])[];
  /** A word for how many, and what of; groups `scope` and `of`; with the `g` flag. */
  readonly scope: RegExp;
  /** The scopes that leave nothing out: "every". */
  readonly wholeScopes: readonly string[];
}

/** Words that turn what a sentence says, and the words by one of which a source says the same. */
export interface Turning {
  readonly stated: RegExp;
  readonly borneOutBy: RegExp;
  /** A denial, or words against something, say the same. */
  readonly orAgainst?: true;
}

/** What tells deeds that are done from those that are wanted. */
export interface AccomplishmentRules {
  /** Before a participle they say that it is done: "was". */
  readonly finished: readonly string[];
  /** Before a participle they say that it is, will or may be so: "be". */
  readonly unfinished: readonly string[];
  /** Before another form of a verb they say that it is wanted: "must". */
  readonly wanted: readonly string[];
  /** Those of them that reach no further than the next verb: "to". */
  readonly nearOnly: readonly string[];
  /** Participles of what texts speak of as a wish first. */
  readonly deeds: readonly string[];
  /** Those that have this form before they are done too: "become". */
  readonly deedsInBaseForm: readonly string[];
  /** Fits the regular form of the past. */
  readonly past: RegExp;
  /** Other forms of the past, and the present of each. */
  readonly irregularPast: readonly (readonly [past: string, present: string])[];
}

/** What words with a capital may be, beside names. */
export interface NameRules {
  /** Small words within a name: "Council of Heads". */
  readonly links: readonly string[];
  /** What a short form ends with in the plural: "ICTs". */
  readonly shortFormPlurals: readonly string[];
  /** What names of months and days end with in the plural. */
  readonly calendarPlurals: readonly string[];
  /**
   * Words without a capital of which a short form may have the letter: small words, and the second
   * half of a compound ("Southeast").
   */
  readonly letteredWords: readonly string[];
  /**
   * Everyday words of which names of states and bodies are made; beside a name any other is a part
   * of it: "South Asia".
   */
  readonly everydayParts: readonly string[];
  /** Fits the endings of words that open a sentence and are seldom names. */
  readonly commonEnding: RegExp;
  /** By which a text is named beside a word of its title. */
  readonly documentNouns: readonly string[];
  /** "Secretariat in Beijing"; groups `kind`, `thing`, `place`; with the `g` flag. */
  readonly placed: RegExp;
  /** "China's initiative"; groups `owner`, `things`; with the `g` flag. */
  readonly owned: RegExp;
}

export interface QuantityRules {
  /** As often words of their own as numbers: "one of", "first of all". */
  readonly doubtful: readonly string[];
  /** Between hundreds and what is below: "two hundred and five". */
  readonly beforeRest: readonly string[];
  /** Phrases that count, and the plain ones that stand for them; with the `g` flag. */
  readonly plainCounts: readonly (readonly [phrase: RegExp, plain: string])[];
  /** What a text may list without counting: "six states". */
  readonly listedThings: readonly string[];
  /** Names a document together with its date; with the `g` flag. */
  readonly datedDocument: RegExp;
  /** Names a paragraph together with its number, group `label`; with the `g` flag. */
  readonly numberedPart: RegExp;
}

export interface DateRules {
  /**
   * With groups `day`, `lastDay`, `month`, `year` as far as there are any, in the order in which
   * they are tried; of a text in lower case; with the `g` flag.
   */
  readonly forms: readonly RegExp[];
  /** Months that are no other words as well, alone, group `month`; with the `g` flag. */
  readonly monthAlone: RegExp;
}

export interface ListRules {
  /** A list of names, years or numbers; with the `g` flag. */
  readonly list: RegExp;
  /** Between two items of it. */
  readonly separator: RegExp;
  /** Says that one list belongs to another, item by item. */
  readonly respectively: RegExp;
}

/** How chat models write. */
export interface ReplyRules {
  /** What may stand before the number in a marker: "[source 1]". */
  readonly markerNouns: readonly string[];
  /** Between numbers in one marker: "[1 and 2]". */
  readonly markerLinks: readonly string[];
  /** What leads to a marker and to nothing without it: "According to [1], the States …". */
  readonly lostLead: RegExp;
  /** "Yes, it is.": whether that is what was asked cannot be checked, and the rest says it. */
  readonly yesOrNo: RegExp;
}
