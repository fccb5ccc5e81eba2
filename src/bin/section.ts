/** A titled part of an explanation on the terminal. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** More say nothing to a reader. */
const DIGITS = 3;

/** Sections below each other, their lines indented. */
export function renderSections(sections: readonly Section[]): string {
  return sections
    .map(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)].join('\n'))
    .join('\n\n');
}

/** A number with the same digits everywhere; nothing for none. */
export function digits(value: number | undefined): string {
  return value?.toFixed(DIGITS) ?? '';
}
