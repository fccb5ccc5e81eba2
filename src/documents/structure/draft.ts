import type { Paragraph } from '../../types.js';
import type { HeadingNames } from './heading-names.js';
import type { Label, Series } from './label.js';
import { writeLabels } from './labels.js';
import type { OpenHeading } from './open-heading.js';
import { placesOf } from './places.js';

/** A paragraph while the labels of the whole text are not yet written. */
export interface Draft {
  readonly start: number;
  end: number;
  readonly bodyStart: number;
  readonly path: readonly OpenHeading[];
  readonly label: Label;
  readonly aside?: NonNullable<Paragraph['aside']>;
}

export interface DraftedText {
  readonly text: string;
  readonly names: HeadingNames;
  readonly series: readonly Series[];
  /** Paragraphs bear numbers. */
  readonly numbered: boolean;
}

/** The paragraphs of a text, with their labels and places. */
export function paragraphsOf(
  drafts: readonly Draft[],
  { text, ...context }: DraftedText,
): readonly Paragraph[] {
  const labels = writeLabels(
    drafts.map((draft) => draft.label),
    context,
  );
  const sections = new Map<readonly OpenHeading[], readonly string[]>();
  return drafts.map(({ start, end, bodyStart, path, label, aside }, index) => {
    const section = sections.get(path) ?? path.map((heading) => heading.words);
    sections.set(path, section);
    return {
      label: labels[index] ?? '',
      section,
      places: placesOf(path, label),
      ...(aside === undefined ? {} : { aside }),
      start,
      end,
      text: text.slice(start, end),
      bodyStart,
    };
  });
}
