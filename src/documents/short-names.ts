import type { Document } from '../types.js';
import { remembered } from './remembered.js';
import { printableLine } from './printable-line.js';
import { showPlain } from './show-plain.js';

/** A name that stands before sentences is read with each of them. */
const MAX_CHARACTERS = 40;

/**
 * What texts are called among each other: by place and year where both are known and no other text
 * has the same, "Dushanbe 2021", else by as much of the title as is read at a glance.
 */
export const shortNames: (documents: readonly NamedDocument[]) => ReadonlyMap<string, string> =
  remembered(namesAmong);

type NamedDocument = Pick<Document, 'id' | 'title' | 'place' | 'date'>;

function namesAmong(documents: readonly NamedDocument[]): ReadonlyMap<string, string> {
  const placed = documents.map(({ place, date }) =>
    place === undefined || date === undefined ? undefined : `${place} ${date.slice(0, 4)}`,
  );
  const counts = new Map<string | undefined, number>();
  for (const name of placed) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    documents.map(({ id, title }, i) => {
      const name = placed[i];
      const isOwn = name !== undefined && counts.get(name) === 1;
      return [id, isOwn ? showPlain(name) : printableLine(showPlain(title), MAX_CHARACTERS)];
    }),
  );
}
