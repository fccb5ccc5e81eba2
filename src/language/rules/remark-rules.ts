/**
 * What is said to the service itself and asks nothing of the texts. Where two are as near, the first
 * is meant.
 */
export const REMARK_KINDS = [
  'greeting',
  'thanks',
  'farewell',
  'identity',
  'help',
  'texts',
  'more',
  'shorter',
  'simpler',
  'sure',
] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];

/** Talk with the service in one language. */
export interface RemarkRules {
  /** Such remarks, in varied words. */
  readonly prototypes: Readonly<Record<RemarkKind, readonly string[]>>;
  /** Of few words and near to them: questions to the texts, and what nobody asks of a service like this. */
  readonly ordinary: readonly string[];
  readonly replies: RemarkReplies;
}

/** What is replied; `{titles}` stands for the texts. */
export interface RemarkReplies {
  readonly greeting: string;
  readonly thanks: string;
  readonly farewell: string;
  readonly identity: string;
  readonly help: string;
  /** To "which texts do you have?"; `{dated}` stands for all of them with their dates. */
  readonly texts: string;
  /** To "more" and the like where nothing was answered before. */
  readonly nothingBefore: string;
  /** To "more" where all that was found has been said. */
  readonly noMore: string;
  /** To "in simpler words". */
  readonly simpler: string;
  /** Beside the paragraphs that an answer stands on, shown again. */
  readonly sure: string;
}
