/** What a tag of HTML does to the words around it. */
export type Tag =
  /** What it holds is not for readers, up to `</name>`. */
  | { readonly kind: 'hides'; readonly name: string }
  /** What stands before it was the model talking to itself; its beginning stood in the prompt. */
  | { readonly kind: 'ends-thinking' }
  | { readonly kind: 'breaks-line' }
  | { readonly kind: 'shows' };

/** Names by which models mark what they say to themselves. */
const THINKING: ReadonlySet<string> = new Set(['think', 'thinking', 'thought', 'reasoning']);
const HIDING: ReadonlySet<string> = new Set([
  ...THINKING,
  'script',
  'style',
  'template',
  'textarea',
  'title',
  'iframe',
  'svg',
]);
const BREAKING: ReadonlySet<string> = new Set(
  'br p div li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote hr section article'.split(' '),
);

/** Reads a tag from `<` on, given without its `>`; undefined where it is none. */
export function readTag(text: string): Tag | undefined {
  if (/^<[!?]/u.test(text)) return { kind: 'shows' };
  const [, slash, name] = /^<(\/?)([a-z][a-z0-9-]*)(?=[\s/:@._]|$)/iu.exec(text) ?? [];
  if (name === undefined) return undefined;
  const lower = name.toLowerCase();
  if (slash === '/' && THINKING.has(lower)) return { kind: 'ends-thinking' };
  if (slash === '' && HIDING.has(lower) && !text.endsWith('/')) {
    return { kind: 'hides', name: lower };
  }
  return { kind: BREAKING.has(lower) ? 'breaks-line' : 'shows' };
}
