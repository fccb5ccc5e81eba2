import { isThinking } from './thinking-names.js';

/** What a tag of HTML does to the words around it. */
export type Tag =
  /** What it holds is not for readers, up to `</name>`. */
  | { readonly kind: 'hides'; readonly name: string }
  /** What stands before it was the model talking to itself; its beginning stood in the prompt. */
  | { readonly kind: 'ends-thinking' }
  | { readonly kind: 'breaks-line' }
  | { readonly kind: 'shows' };

const HIDING: ReadonlySet<string> = new Set(
  'script style template textarea title iframe svg'.split(' '),
);
const BREAKING: ReadonlySet<string> = new Set(
  'br p div li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote hr section article'.split(' '),
);
/** A name, behind that of a space of names where it has one: `seed:think`. */
const NAME = /^<(\/?)((?:[a-z][a-z0-9-]*:)?([a-z][a-z0-9-]*))(?=[\s/:@._]|$)/iu;

/** Reads a tag from `<` on, given without its `>`; undefined where it is none. */
export function readTag(text: string): Tag | undefined {
  if (/^<[!?]/u.test(text)) return { kind: 'shows' };
  const [, slash, name, own = ''] = NAME.exec(text) ?? [];
  if (name === undefined) return undefined;
  const lower = own.toLowerCase();
  const thinks = isThinking(lower);
  if (slash === '/' && thinks) return { kind: 'ends-thinking' };
  if (slash === '' && (thinks || HIDING.has(lower)) && !text.endsWith('/')) {
    return { kind: 'hides', name: name.toLowerCase() };
  }
  return { kind: BREAKING.has(lower) ? 'breaks-line' : 'shows' };
}
