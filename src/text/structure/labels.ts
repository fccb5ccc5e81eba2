import { paragraphAnchor } from '../anchor.js';
import { headingSlug, type HeadingNames } from './heading-names.js';
import type { Label, Series } from './label.js';
import { assignPrefixes } from './prefixes.js';

export interface LabelContext {
  readonly names: HeadingNames;
  readonly series: readonly Series[];
  /** Paragraphs are cited by the numbers of their headings. */
  readonly byHeading: boolean;
}

class LabelWriter {
  readonly #prefixes: ReadonlySet<string>;
  readonly #counts = new Map<string, number>();
  /** Labels are parts of others, and are counted once. */
  readonly #written = new Map<Label, string>();

  constructor(readonly context: LabelContext) {
    assignPrefixes(context.series, context.names);
    this.#prefixes = new Set(context.series.map((series) => series.prefix));
  }

  write(label: Label): string {
    const known = this.#written.get(label);
    if (known !== undefined) return known;
    const text = this.#compose(label);
    this.#written.set(label, text);
    return text;
  }

  #count(name: string): string {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return `${name}${count}`;
  }

  #compose(label: Label): string {
    switch (label.type) {
      case 'counted':
        return this.#count(label.name);
      case 'fixed':
        return label.text;
      case 'number':
        return `${label.series.prefix}${label.number}`;
      case 'part':
        return `${this.write(label.parent)}${label.part}`;
      case 'heading':
        return this.#underHeading(label);
    }
  }

  #underHeading(label: Extract<Label, { type: 'heading' }>): string {
    const name = this.context.names.nameOf(label.path);
    if (name !== undefined && (this.context.byHeading || this.#prefixes.has(`${name}.`))) return label.ordinal > 1 ? `${name}-${label.ordinal}` : name;
    if (label.early) return this.#count('preamble-');
    const heading = label.path.at(-1);
    const slug = heading === undefined ? 'section' : headingSlug(heading);
    return label.ordinal === 0 ? slug : `${slug}-${label.ordinal}`;
  }
}

/** The labels as text, in their order; each is made unique, and its anchor with it, by `~2`, `~3`, … */
export function writeLabels(labels: readonly Label[], context: LabelContext): readonly string[] {
  const writer = new LabelWriter(context);
  const used = new Set<string>();
  const counts = new Map<string, number>();
  return labels.map((label) => {
    const plain = writer.write(label);
    let unique = plain;
    let count = counts.get(plain) ?? 1;
    while (used.has(paragraphAnchor(unique))) {
      count += 1;
      unique = `${plain}~${count}`;
    }
    counts.set(plain, count);
    used.add(paragraphAnchor(unique));
    return unique;
  });
}
