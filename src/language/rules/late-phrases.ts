/** What the widget says once it is used; it comes with the widget's second file. */
export interface LatePhrases {
  readonly openInText: string;
  readonly opensNewTab: string;
  readonly copy: string;
  readonly copyLink: string;
  /** Of an answer, as the one below. */
  readonly helpful: string;
  readonly unhelpful: string;
  /** Whoever runs the page has been told. */
  readonly noted: string;
  readonly notNoted: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly conversations: string;
  readonly thisOne: string;
  readonly markdown: string;
  readonly bibtex: string;
  readonly csl: string;
  readonly print: string;
  /** Undoes that a new conversation was begun. */
  readonly goBack: string;
  readonly earlier: string;
  readonly search: string;
  /** `{}` is the name of a conversation, as in the two below. */
  readonly rename: string;
  /** Label of the field for a new name. */
  readonly name: string;
  readonly remove: string;
  readonly removed: string;
  readonly undo: string;
  /** Of a search. */
  readonly none: string;
}
