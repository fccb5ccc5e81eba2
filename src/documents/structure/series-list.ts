import { isAnnex } from './heading-names.js';
import type { Label, Member, Series } from './label.js';
import { compareReadings } from './numerals.js';

/** The sequences of numbers of a text: its articles, its paragraphs, those of an annex. */
export class SeriesList {
  readonly #all: Series[] = [];
  /** Of each family, the last. */
  readonly #current = new Map<string, Series>();

  /** In the order in which they begin. */
  get all(): readonly Series[] {
    return this.#all;
  }

  /** A number goes on with its family's last sequence, or begins another where that begins again. */
  add(family: string, member: Member, written: Pick<Series, 'enclosed' | 'name'>): Label {
    let series = this.#current.get(family);
    const last = series?.members.at(-1);
    const order = last === undefined ? 1 : compareReadings(member.reading, last.reading);
    const again =
      last !== undefined &&
      (member.path.find(isAnnex) !== last.path.find(isAnnex) ||
        (order <= 0 && (member.reading.tuple[0] === 1 || member.path.at(-1) !== last.path.at(-1))));
    if (series === undefined || again) {
      series = { family, members: [], prefix: '', ...written };
      this.#all.push(series);
      this.#current.set(family, series);
    }
    // A number misprinted twice is not the end of the sequence.
    if (again || order > 0) series.members.push(member);
    return { type: 'number', series, number: member.number };
  }
}
