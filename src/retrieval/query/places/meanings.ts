import { rulesOf } from '../../../language/languages.js';
import type { PlaceName } from '../../../language/rules/reference-rules.js';

/** Kinds of places in a text that are tried together; an earlier list is the likelier meaning. */
export type Meaning =
  /** Of one of these kinds. */
  | ReadonlySet<string>
  /** Whatever the paragraph is cited by first: the `22` of `22(a)`. */
  | 'cited';

const DIVISIONS: ReadonlySet<string> = new Set(
  rulesOf('parts').flatMap(({ divisions }) => Object.keys(divisions)),
);
const PROVISIONS: ReadonlySet<string> = new Set(
  rulesOf('parts').flatMap(({ provisions }) => Object.keys(provisions)),
);
const SIGNS: ReadonlySet<string> = new Set(['sign']);
const HEADINGS: ReadonlySet<string> = new Set(['heading']);
const SECTIONS: ReadonlySet<string> = new Set(['section']);
const ITEMS: ReadonlySet<string> = new Set(['item']);
/** They name no kind of their own in most texts: what they count may be called anything there. */
const GENERIC: ReadonlySet<PlaceName> = new Set(['paragraph', 'point', 'clause', 'item', 'sign']);

/** They number whole texts as often as parts of one. */
const TEXTS: ReadonlySet<string> = new Set<PlaceName>(['decision', 'resolution']);

/** Whether what is called so may be a text of its own: "resolution 2231". */
export function isTextOfItsOwn(name: string): boolean {
  return TEXTS.has(name);
}

/** Whether it holds the wording and is cited by its number, as an article. */
export function isProvision(kind: PlaceName): boolean {
  return PROVISIONS.has(kind) && !GENERIC.has(kind);
}

/** Whether a name may mean whatever has a number below another place, or stands there uncounted. */
export function isGeneric(names: readonly PlaceName[]): boolean {
  return names.some((name) => GENERIC.has(name));
}

/** The most meanings that a name has. */
export const MAX_MEANINGS = 5;

/**
 * What names mean in a text, the likeliest first; at most {@link MAX_MEANINGS}. A number without a
 * name is what paragraphs are cited by, and so is "point 2.2", before it is the second of item 2.
 */
export function meaningsOf(names: readonly PlaceName[], number = ''): readonly Meaning[] {
  if (names.length === 0) return ['cited'];
  const own = new Set<string>(names);
  const others = names.flatMap(otherMeanings);
  const all = number.includes('.') && isGeneric(names) ? ['cited' as const, own] : [own];
  return [...new Set([...all, ...others])].slice(0, MAX_MEANINGS);
}

function otherMeanings(name: PlaceName): readonly Meaning[] {
  if (name === 'section') return [SIGNS, HEADINGS, DIVISIONS, ITEMS];
  if (DIVISIONS.has(name)) return name === 'part' ? [HEADINGS, SECTIONS] : [HEADINGS];
  if (name === 'sign') return [SECTIONS, HEADINGS, 'cited', ITEMS];
  return GENERIC.has(name) ? ['cited', ITEMS] : [];
}
