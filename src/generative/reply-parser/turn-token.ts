import { isThinking } from './thinking-names.js';

/** What a mark between turns, `<|name|>`, does to the words around it. */
export type TurnToken =
  /** The name of a role or of a channel follows, up to `<|message|>`. */
  | { readonly kind: 'header' }
  | { readonly kind: 'message' }
  /** What it holds is the model talking to itself, up to `closing`. */
  | { readonly kind: 'hides'; readonly closing: string }
  /** What stands before it was the model talking to itself; its beginning stood in the prompt. */
  | { readonly kind: 'ends-thinking' }
  /** A message is over, and another may follow. */
  | { readonly kind: 'ends-message' }
  /** What follows is no part of the reply any more. */
  | { readonly kind: 'ends-reply' }
  | { readonly kind: 'nothing' };

/** `<|channel|>`, as the templates of conversations have it. */
const TOKEN = /^<\|([a-z_]{1,40})\|>$/iu;
const THOUGHT = /^(begin|end)_of_(\w+)$/u;
const ENDS_OF_REPLIES: ReadonlySet<string> = new Set(
  'return call im_end eot_id eom_id endoftext end_of_text end_of_turn'.split(' '),
);
/** What follows a header of these is the reply itself: that of no channel too. */
const SHOWN: ReadonlySet<string> = new Set(['', 'assistant', 'final']);

/** Reads a mark from `<|` to `|>`; undefined where it is none. */
export function readTurnToken(text: string): TurnToken | undefined {
  const name = TOKEN.exec(text)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  if (name === 'start' || name === 'channel') return { kind: 'header' };
  if (name === 'message') return { kind: 'message' };
  if (name === 'end') return { kind: 'ends-message' };
  if (ENDS_OF_REPLIES.has(name)) return { kind: 'ends-reply' };
  const [, side, thought = ''] = THOUGHT.exec(name) ?? [];
  if (!isThinking(thought)) return { kind: 'nothing' };
  return side === 'end'
    ? { kind: 'ends-thinking' }
    : { kind: 'hides', closing: `<|end_of_${thought}|>` };
}

/**
 * Whether what stands under a header is meant for readers: its first word tells, and the form of what
 * follows may stand behind that. What is sent to a tool is for nobody else.
 */
export function isShownUnder(header: string): boolean {
  const [first = '', ...others] = header
    .toLowerCase()
    .split(/[\s<]+/u)
    .filter((word) => word !== '');
  return SHOWN.has(first) && !others.some((word) => word.startsWith('to='));
}
