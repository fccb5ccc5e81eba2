import { paragraphAnchor } from '../paragraph-address.js';
import { headingSlug, type HeadingNames } from './heading-names.js';
import type { Label, Series } from './label.js';
import type { OpenHeading } from './open-heading.js';
import { assignPrefixes } from './prefixes.js';

export interface LabelContext {
  readonly names: HeadingNames;
  readonly series: readonly Series[];
  /** Paragraphs bear numbers. */
  readonly numbered: boolean;
}

class LabelWriter {
  /** Labels of numbered paragraphs: what has none is not cited by a heading of such a number. */
  readonly #taken: ReadonlySet<string>;
  readonly #counts = new Map<string | OpenHeading, number>();
  /** Labels are parts of others, and are counted once. */
  readonly #written = new Map<Label, string>();
  #begun = false;

  constructor(readonly context: LabelContext) {
    const { series, names } = context;
    assignPrefixes(series, names);
    this.#taken = new Set(
      series.flatMap((one) => one.members.map(({ number }) => numberLabel(one, number))),
    );
  }

  write(label: Label): string {
    const known = this.#written.get(label);
    if (known !== undefined) return known;
    const text = this.#compose(label);
    this.#written.set(label, text);
    return text;
  }

  #count(counted: string | OpenHeading): number {
    const count = (this.#counts.get(counted) ?? 0) + 1;
    this.#counts.set(counted, count);
    return count;
  }

  #compose(label: Label): string {
    switch (label.type) {
      case 'counted':
        return `${label.name}${this.#count(label.name)}`;
      case 'fixed':
        return label.text;
      case 'number':
        return numberLabel(label.series, label.number);
      case 'part':
        return `${this.write(label.parent)}${label.part}`;
      case 'heading':
        return (
          this.#nameOf(label.path)?.name ?? (label.early ? 'preamble' : this.#slugOf(label.path))
        );
      case 'unnumbered':
        return this.#unnumbered(label.path, label.early);
    }
  }

  /** The innermost heading with a number, and what it is cited by. */
  #nameOf(
    path: readonly OpenHeading[],
  ): { readonly heading: OpenHeading; readonly name: string } | undefined {
    const at = path.findLastIndex((heading) => heading.number !== undefined);
    const heading = path[at];
    const name = this.context.names.nameOf(path.slice(0, at + 1));
    return heading === undefined || name === undefined || this.#taken.has(name)
      ? undefined
      : { heading, name };
  }

  #slugOf(path: readonly OpenHeading[]): string {
    const heading = path.at(-1);
    return heading === undefined ? 'text' : headingSlug(heading);
  }

  #unnumbered(path: readonly OpenHeading[], early: boolean): string {
    const named = this.#nameOf(path);
    if (named !== undefined) {
      this.#begun = true;
      const ordinal = this.#count(named.heading);
      return ordinal === 1 ? named.name : `${named.name}-${ordinal}`;
    }
    if (early && !this.#begun) {
      const stem = this.context.numbered || this.context.names.any ? 'preamble-' : 'p';
      return `${stem}${this.#count(stem)}`;
    }
    const slug = this.#slugOf(path);
    return `${slug}-${this.#count(path.at(-1) ?? slug)}`;
  }
}

/**
 * The labels as text, in their order; each is made unique, and its anchor with it, by `~2`, `~3`, …
 */
export function writeLabels(labels: readonly Label[], context: LabelContext): readonly string[] {
  const writer = new LabelWriter(context);
  const plain = labels.map((label) => writer.write(label));
  const used = new Set<string>();
  const counts = new Map<string, number>();
  const unique = new Array<string>(labels.length);
  // Article 68-2 has its number before the second paragraph of Article 68.
  for (const continued of [false, true]) {
    for (const [index, label] of labels.entries()) {
      if (isContinuation(label) !== continued) continue;
      const name = plain[index] ?? '';
      let candidate = name;
      let count = counts.get(name) ?? 1;
      while (used.has(paragraphAnchor(candidate))) {
        count += 1;
        candidate = `${name}~${count}`;
      }
      counts.set(name, count);
      used.add(paragraphAnchor(candidate));
      unique[index] = candidate;
    }
  }
  return unique;
}

function numberLabel({ prefix, enclosed }: Series, number: string): string {
  return enclosed && prefix !== '' ? `${prefix.slice(0, -1)}(${number})` : `${prefix}${number}`;
}

function isContinuation(label: Label): boolean {
  return label.type === 'part' && /^-\d/.test(label.part);
}
