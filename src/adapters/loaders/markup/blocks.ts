/** What a document of whatever format is made of, in reading order. Texts are without markup. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | TextBlock
  | {
      readonly kind: 'item';
      /** As the reader of the file sees it: `a.`, `(2)`, `-`. */
      readonly marker: string;
      readonly text: string;
      /** Lists around its own. */
      readonly depth: number;
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  /** A footnote, referred to in a text as `[^label]`. */
  | { readonly kind: 'note'; readonly label: string; readonly text: string };

export interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
  /** Lists that it stands in. */
  readonly depth: number;
}
