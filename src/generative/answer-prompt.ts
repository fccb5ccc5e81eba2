import type { ChatTurn } from '../ports/chat-model.js';
import { onOneLine } from '../prompting/on-one-line.js';
import { sentinelFor } from '../prompting/sentinel.js';
import type { Inquiry } from '../types.js';
import { NO_ANSWER } from './no-answer.js';
import type { NumberedEvidence } from './numbered-evidence.js';

/** Slots of the prompt `answer-system`. */
export const SYSTEM_SLOTS = ['sentinel', 'no_answer'] as const;
/** Slots of the prompt `answer-question`. */
export const QUESTION_SLOTS = ['sentinel', 'evidence', 'question'] as const;

type Fill<Slot extends string> = (values: Record<Slot, string>) => Promise<string>;

/** What a model is told, and what it is asked. */
export interface AnswerPrompts {
  readonly system: Fill<(typeof SYSTEM_SLOTS)[number]>;
  readonly question: Fill<(typeof QUESTION_SLOTS)[number]>;
}

/**
 * Characters of the visitor's question, and of each thing said before: enough to be understood, and
 * no room for a text of their own.
 */
const MAX_CHARACTERS = 1000;
/** Of what was said before; by hand: who leans on more says so again. */
const MAX_TURNS_BEFORE = 6;
/** Between words it is none of them; to a tokenizer it may be anything. */
const UNSEEN = /[\p{Cc}\p{Cf}]+/gu;
/** Numbers of an earlier answer name other sentences now. */
const MARKERS = /\s?\[\d+\]/gu;

/**
 * The conversation as a model is given it: what it is told, what was said before, and the question
 * under the evidence, which stands between sentinels that none of it can hold.
 */
export async function answerTurns(
  { system, question: ask }: AnswerPrompts,
  {
    evidence: { text: evidence },
    inquiry: { messages },
  }: { readonly evidence: Pick<NumberedEvidence, 'text'>; readonly inquiry: Inquiry },
): Promise<ChatTurn[]> {
  const question = shown(messages.at(-1)?.content ?? '');
  const earlier = earlierTurns(messages.slice(0, -1));
  const before = earlier.at(-1)?.role === 'user' ? earlier.slice(0, -1) : earlier;
  // What nobody has answered is said together with the question.
  const unanswered = earlier.slice(before.length).map(({ content }) => `${content}\n\n`);
  const sentinel = sentinelFor([evidence, ...earlier.map(({ content }) => content), question]);
  return [
    { role: 'system', content: await system({ sentinel, no_answer: NO_ANSWER }) },
    ...before,
    {
      role: 'user',
      content: `${unanswered.join('')}${await ask({ sentinel, evidence, question })}`,
    },
  ];
}

/** The visitor first, then one after the other, as some providers insist. */
function earlierTurns(messages: Inquiry['messages']): ChatTurn[] {
  const turns: ChatTurn[] = [];
  for (const { role, content } of messages.slice(-MAX_TURNS_BEFORE)) {
    const said = shown(role === 'assistant' ? content.replace(MARKERS, '') : content);
    const last = turns.at(-1);
    if (said === '' || (last === undefined && role === 'assistant')) continue;
    if (last?.role === role) {
      turns[turns.length - 1] = { role, content: `${last.content}\n${said}` };
    } else turns.push({ role, content: said });
  }
  return turns;
}

function shown(text: string): string {
  return onOneLine(text.replace(UNSEEN, ' ')).slice(0, MAX_CHARACTERS).toWellFormed();
}
