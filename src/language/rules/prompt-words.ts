/** What is written around visitors' and texts' own words in the slots of a prompt. */
export interface PromptWords {
  /** Who said what before. */
  readonly visitor: string;
  readonly service: string;
  readonly nothingBefore: string;
  /** Before the title of a text, and before the label of a paragraph. */
  readonly text: string;
  readonly paragraph: string;
  /** In place of headings that a paragraph has not. */
  readonly noHeadings: string;
}
