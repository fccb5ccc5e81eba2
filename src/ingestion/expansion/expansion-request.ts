import { isSearched } from '../../documents/searched-text.js';
import { onOneLine } from '../../prompting/on-one-line.js';
import { PROMPT_WORDS } from '../../prompting/prompt-words.js';
import { sentinelFor } from '../../prompting/sentinel.js';
import type { Expansion, IndexedDocument, Paragraph } from '../../types.js';

/** Slots of the prompt `expand-questions`. */
export const EXPANSION_SLOTS = ['sentinel', 'title', 'headings', 'paragraph'] as const;
/** Characters; longer paragraphs are shown to the model by their beginning. */
const MAX_CHARACTERS = 8000;

export type ExpansionPrompt = (
  values: Record<(typeof EXPANSION_SLOTS)[number], string>,
) => Promise<string>;

/** One paragraph that questions are wanted for. */
export interface ExpansionRequest {
  readonly document: IndexedDocument;
  readonly paragraph: Paragraph;
}

export interface WrittenExpansion extends ExpansionRequest {
  readonly expansion: Expansion;
}

/**
 * Paragraphs without an entry of their own, in the order of the texts. An entry without questions
 * is an entry.
 */
export function missingExpansions(documents: readonly IndexedDocument[]): ExpansionRequest[] {
  return documents.flatMap((document) =>
    document.paragraphs
      .filter(isSearched)
      .filter(({ label }) => !Object.hasOwn(document.expansions, label))
      .map((paragraph) => ({ document, paragraph })),
  );
}

/** What the model is asked about one paragraph. */
export function fillExpansionPrompt(
  prompt: ExpansionPrompt,
  { document, paragraph }: ExpansionRequest,
): Promise<string> {
  const values = {
    title: onOneLine(document.title),
    headings: paragraph.section.map(onOneLine).join(' / ') || PROMPT_WORDS.noHeadings,
    paragraph: paragraph.text.slice(0, MAX_CHARACTERS).toWellFormed(),
  };
  return prompt({ ...values, sentinel: sentinelFor(Object.values(values)) });
}
