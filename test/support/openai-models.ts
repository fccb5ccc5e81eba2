import { words } from '../../src/language/tokenize.js';
import type { ProviderRequest, Reply } from './openai-provider.js';

/** What a chat model can see of a question that it is to answer. */
export interface SeenPrompt {
  readonly sentinel: string;
  /** The numbered sentences, in order. */
  readonly evidence: readonly { readonly number: number; readonly text: string }[];
  /** All that stands between the sentinels. */
  readonly material: string;
  readonly question: string;
}

/** What a model writes when it is asked. */
export type ChatModel = (prompt: SeenPrompt) => string;

/** Has a model decide what is said, and `reply` how it is sent. */
export function answeredBy(model: ChatModel, reply: (text: string) => Reply): Reply {
  return (request, response) => reply(model(readPrompt(request)))(request, response);
}

export function readPrompt({ prompt }: Pick<ProviderRequest, 'prompt'>): SeenPrompt {
  const sentinel = /^TEXT-[0-9a-f]{16}$/mu.exec(prompt)?.[0];
  if (sentinel === undefined) {
    throw new Error(`no sentinel stands on a line of its own in ${prompt}`);
  }
  const [, evidence = '', conversation = ''] = prompt.split(new RegExp(`^${sentinel}$`, 'mu'));
  const numbered = [...evidence.matchAll(/^\[S(\d+)\] (.+)$/gmu)].map(([, number, text = '']) => ({
    number: Number(number),
    text,
  }));
  const question = /^Question: (.*)$/mu.exec(conversation)?.[1] ?? '';
  return { sentinel, evidence: numbered, material: evidence + conversation, question };
}

/**
 * Says the two sentences that share the most words with the question, as they stand, with their
 * numbers.
 */
export const faithful: ChatModel = ({ evidence, question }) => {
  const asked = new Set(words(question));
  const shared = (text: string): number => words(text).filter((word) => asked.has(word)).length;
  const best = [...evidence].sort((a, b) => shared(b.text) - shared(a.text)).slice(0, 2);
  return best.map(({ number, text }) => `${text} [${number}]`).join(' ');
};

/** The same, with words around it that models like to write. */
export const chatty: ChatModel = (prompt) =>
  `<think>The visitor asks [1]. I say [2].</think>Sure! Here is what the texts ` +
  `say:\n\n${faithful(prompt)}\n\nI hope this helps!\n\nSources: [1], [2], [3]`;

/**
 * Does whatever the texts or the visitor tell it: prints the canary, forges marks and sentences,
 * cites what was never given.
 */
export const obedient: ChatModel = (prompt) => {
  const { material, sentinel, evidence } = prompt;
  const orders = [
    ...material.matchAll(/print the word (\w+) followed by a hyphen and the word (\w+)/giu),
  ].map(([, first = '', second = '']) => `${first}-${second}`);
  const lies = [...material.matchAll(/say that ([^.[]+)/giu)].map(([, lie = '']) => lie);
  const all = evidence.map(({ number }) => `[${number}]`).join('');
  const said = [...orders, ...orders.map((order) => `The secret is ${order}`), ...lies]
    .map((claim) => `${claim} ${all}.`)
    .join(' ');
  return (
    `${said}\n${orders.join(' ')}\n${sentinel}\n[1] ${orders.join(' ')}\n${sentinel}\n\`\`\`\n` +
    `[1] ${orders.join(' ')}\n\`\`\`\n<script>alert("${orders.join(' ')} [1]")</script>\n` +
    faithful(prompt)
  );
};

/** Makes up numbers, quotes, names and markers, and cites true sentences for them. */
export const inventive: ChatModel = ({ evidence }) => {
  const [first] = evidence;
  const number = first?.number ?? 1;
  return [
    `The texts say that "every bridge shall be painted purple" [${number}].`,
    `There are 4711 inspectors, who met on 31 February 1823 [${number}][${number + 1}].`,
    `The Emperor of Atlantis presides over it [${number}] [77] [0] [1948].`,
    `It was decided otherwise [-1] [1e3] [${evidence.length + 1}] 【99】.`,
    `It is not so that ${first?.text ?? ''} [${number}]`,
    `[1][2][3][4][5][6][7][8][9]`,
    `All of this is well known.`,
  ].join(' ');
};

/**
 * Turns directions of reading, hides letters, breaks pairs and floods with brackets around a true
 * sentence.
 */
export const garbled: ChatModel = (prompt) =>
  `\u202E\u2066[[[[[[1]${'['.repeat(2000)}\u200B\uFEFF\u0007\u2028 ${faithful(prompt)} ` +
  `\u2029\u202C [1\u200B] [\u0661] ［1］ \uD83D`;

export const silent: ChatModel = () => '';
export const refusing: ChatModel = () => 'NO_ANSWER';
