/**
 * What may be asked of a text as a whole. The order is the one in which they are tried where two
 * are as near.
 */
export const WHOLE_DOCUMENT_INTENTS = [
  'about',
  'date',
  'place',
  'parties',
  'parts',
  'length',
] as const;
export type WholeDocumentIntent = (typeof WHOLE_DOCUMENT_INTENTS)[number];

/**
 * Questions about a text as a whole in one language. Prototypes serve every language that the
 * embedding model reads; the lists of words only the language itself.
 */
export interface WholeDocumentRules {
  /** Questions of each kind, in varied words. */
  readonly prototypes: Readonly<Record<WholeDocumentIntent, readonly string[]>>;
  /** Questions that look like them and ask for something in the text, or of another text. */
  readonly ordinary: readonly string[];
  /** What texts are called, in lower case, each form. */
  readonly nouns: readonly string[];
  /** Those of the nouns that any text may be called: "document". */
  readonly anyText: readonly string[];
  /** Words before a noun that make it the text at hand: "this". */
  readonly pointing: readonly string[];
  /** Words that only frame a question, beside the stop words: "hello", "roughly". Lower case. */
  readonly framing: readonly string[];
  readonly parties: PartiesRules;
}

/** Sentences that name those whose text it is. */
export interface PartiesRules {
  /** They speak themselves: "We, the leaders of …". */
  readonly speaking: RegExp;
  /** They are named: "The Contracting Parties". */
  readonly named: RegExp;
  /** Sentences of both kinds, for the embedding model to find their like in any language. */
  readonly prototypes: readonly string[];
}
