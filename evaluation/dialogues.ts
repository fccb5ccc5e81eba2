import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { ChatEvent, ChatReply } from '../src/protocol.js';
import type { ChatMessage, Inquiry } from '../src/types.js';

const dialogue = z.strictObject({
  id: z.string(),
  language: z.string(),
  /** What is asked one after the other; the replies between are the product's own. */
  turns: z.array(z.string()).min(2),
  /** Whether the last question needs those before. */
  leans: z.boolean(),
  /** Paragraphs one of which answers it: `dushanbe-2021#22`. */
  paragraphs: z.array(z.string()).min(1),
  /** Kept apart from those that rules and weights were set on. */
  apart: z.boolean().default(false),
});

export type Dialogue = z.infer<typeof dialogue>;

/** What came of the last question of a dialogue. */
export interface DialogueOutcome {
  readonly dialogue: Dialogue;
  /** It was completed where it leans, and only there. */
  readonly isTold: boolean;
  /** A right paragraph is cited, or among the {@link TOP} first found. */
  readonly isFound: boolean;
  readonly isCited: boolean;
  readonly query: string;
}

/** The dialogues of the project. */
export const SHIPPED_DIALOGUES = fileURLToPath(
  new URL('../test/judged/dialogues.jsonl', import.meta.url),
);
/** Paragraphs found that somebody looks at. */
const TOP = 5;

export async function readDialogues(file: string): Promise<Dialogue[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => dialogue.parse(JSON.parse(line)));
}

/** Asks all questions of each dialogue, one after the other. */
export async function evaluateDialogues(
  answer: (inquiry: Inquiry, options: { readonly signal: AbortSignal }) => AsyncIterable<ChatEvent>,
  dialogues: readonly Dialogue[],
  signal: AbortSignal,
): Promise<DialogueOutcome[]> {
  const outcomes: DialogueOutcome[] = [];
  for (const each of dialogues) {
    const messages: ChatMessage[] = [];
    let last: Asked | undefined;
    for (const content of each.turns) {
      messages.push({ role: 'user', content });
      last = await ask(answer({ messages: [...messages] }, { signal }));
      messages.push({ role: 'assistant', content: last.reply.answer });
    }
    if (last !== undefined) outcomes.push(judge(each, last));
  }
  return outcomes;
}

interface Asked {
  readonly reply: ChatReply;
  readonly found: readonly string[];
}

async function ask(events: AsyncIterable<ChatEvent>): Promise<Asked> {
  let found: readonly string[] = [];
  for await (const event of events) {
    if (event.type === 'passages') found = event.passages.slice(0, TOP).map(addressOf);
    if (event.type === 'answer') return { reply: event.reply, found };
  }
  throw new Error('The stream of events ended without an answer.');
}

function judge(each: Dialogue, { reply, found }: Asked): DialogueOutcome {
  const { turns, leans, paragraphs } = each;
  const isRight = (place: string): boolean => paragraphs.includes(place);
  const isCited = reply.citations.map(addressOf).some(isRight);
  // An earlier question is put before it, with a blank; mended spelling adds none.
  const isCompleted = blanksIn(reply.query) > blanksIn(turns.at(-1) ?? '');
  return {
    dialogue: each,
    isTold: isCompleted === leans,
    isFound: isCited || found.some(isRight),
    isCited,
    query: reply.query,
  };
}

function addressOf({
  documentId,
  paragraph,
}: {
  readonly documentId: string;
  readonly paragraph: string;
}): string {
  return `${documentId}#${paragraph}`;
}

function blanksIn(text: string): number {
  return text.trim().split(/\s+/u).length - 1;
}

/** How many of some dialogues are right, as a share of them: told, found and both. */
export function sharesOf(
  outcomes: readonly DialogueOutcome[],
): Readonly<Record<'told' | 'found' | 'cited' | 'right', number>> {
  const share = (isSo: (outcome: DialogueOutcome) => boolean): number =>
    outcomes.filter(isSo).length / Math.max(1, outcomes.length);
  return {
    told: share(({ isTold }) => isTold),
    found: share(({ isFound }) => isFound),
    cited: share(({ isCited }) => isCited),
    right: share(({ isTold, isFound }) => isTold && isFound),
  };
}

/** A line for all, for each language and kind, and for those kept apart; then what went wrong. */
export function renderDialogues(outcomes: readonly DialogueOutcome[]): string {
  const groups = new Map<string, DialogueOutcome[]>();
  for (const outcome of outcomes) {
    const { language, leans, apart } = outcome.dialogue;
    const names = ['all', language, leans ? 'leans' : 'stands alone', apart ? 'apart' : 'tuned on'];
    for (const name of names) groups.set(name, [...(groups.get(name) ?? []), outcome]);
  }
  const rows = [...groups].map(([name, group]) => {
    const { told, found, cited, right } = sharesOf(group);
    const figures = [told, found, cited, right].map((each) => each.toFixed(3)).join('  ');
    return `${name.padEnd(14)}${String(group.length).padStart(4)}  ${figures}`;
  });
  const wrong = outcomes
    .filter(({ isTold, isFound }) => !isTold || !isFound)
    .map(
      ({ dialogue: { id, turns, apart }, isTold, query }) =>
        `${id}${apart ? ' apart' : ''} ${isTold ? 'not found' : 'not told'}: ${turns.join(' / ')} -> ${query}`,
    );
  return ['                 n  told   found  cited  right', ...rows, '', ...wrong].join('\n');
}
