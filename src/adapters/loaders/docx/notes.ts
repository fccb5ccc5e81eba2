import type { Element } from 'domhandler';
import { formatNumber } from '../markup/number-formats.js';
import { attribute, childrenOf } from '../markup/xml.js';
import { paragraphText, type MarkNote } from './run-text.js';

interface Note {
  readonly label: string;
  readonly text: string;
}

/** Footnotes and endnotes, numbered by their references. */
export class Notes {
  readonly #texts: Readonly<Record<'footnote' | 'endnote', ReadonlyMap<string, string>>>;
  readonly #counts = { footnote: 0, endnote: 0 };
  #met: Note[] = [];

  constructor(footnotes: Element | undefined, endnotes: Element | undefined) {
    this.#texts = {
      footnote: readNotes(footnotes, 'footnote'),
      endnote: readNotes(endnotes, 'endnote'),
    };
  }

  readonly mark: MarkNote = (kind, reference) => {
    const text = this.#texts[kind].get(attribute(reference, 'id') ?? '');
    if (text === undefined || text === '') return '';
    this.#counts[kind] += 1;
    const count = this.#counts[kind];
    // As word processors print them.
    const label = kind === 'footnote' ? String(count) : (formatNumber(count, 'lowerRoman') ?? '');
    this.#met.push({ label, text });
    return `[^${label}]`;
  };

  /** Those whose references were met since the last time. */
  takeMet(): readonly Note[] {
    const met = this.#met;
    this.#met = [];
    return met;
  }
}

function readNotes(root: Element | undefined, name: string): ReadonlyMap<string, string> {
  const notes = root === undefined ? [] : childrenOf(root, name);
  return new Map(
    notes
      .filter(
        (note) => attribute(note, 'type') === undefined || attribute(note, 'type') === 'normal',
      )
      .map((note) => {
        const texts = childrenOf(note, 'p').map((p) => paragraphText(p, () => '').text);
        return [attribute(note, 'id') ?? '', texts.join(' ').trim()];
      }),
  );
}
