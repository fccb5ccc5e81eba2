import { showPlain } from '../../documents/show-plain.js';
import type { Document, Expansion, Paragraph } from '../../types.js';

/** An entry of a file of expansions. */
export interface StoredExpansion extends Expansion {
  /** How its paragraph begins: by that it is found again where its label has moved. */
  readonly begins?: string | undefined;
}

export interface PlacedExpansions {
  /** By the labels that the paragraphs have now. */
  readonly expansions: Readonly<Record<string, Expansion>>;
  /** Labels of entries that no paragraph is found for. */
  readonly unknown: readonly string[];
}

const OPENING_WORDS = 8;

/** The first words of a paragraph, behind its number. */
export function openingOf({ text, start, bodyStart }: Paragraph): string {
  return showPlain(text.slice(bodyStart - start, bodyStart - start + 400))
    .split(/\s+/u)
    .slice(0, OPENING_WORDS)
    .join(' ');
}

/**
 * Gives each entry to its paragraph: to the one of its label, unless that begins otherwise than the
 * entry says and just one other begins so.
 */
export function placeExpansions(
  { paragraphs }: Pick<Document, 'paragraphs'>,
  entries: Readonly<Record<string, StoredExpansion>>,
): PlacedExpansions {
  const byLabel = new Map(paragraphs.map((paragraph) => [paragraph.label, paragraph]));
  const byOpening = new Map<string, readonly Paragraph[]>();
  for (const paragraph of paragraphs) {
    const opening = openingOf(paragraph);
    byOpening.set(opening, [...(byOpening.get(opening) ?? []), paragraph]);
  }
  const expansions: Record<string, Expansion> = {};
  const unknown: string[] = [];
  for (const [label, { begins, questions, words }] of Object.entries(entries)) {
    const labelled = byLabel.get(label);
    const moved =
      begins === undefined || (labelled !== undefined && openingOf(labelled) === begins)
        ? undefined
        : byOpening.get(begins);
    const place = moved?.length === 1 ? moved[0] : labelled;
    if (place === undefined) unknown.push(label);
    else if (!Object.hasOwn(expansions, place.label)) {
      expansions[place.label] = { questions, words };
    }
  }
  return { expansions, unknown };
}
