import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerDecision } from '../../../src/answering/abstention/answer-decision.js';
import { pickExcerpts } from '../../../src/answering/quoting/pick-excerpts.js';
import type { AnswerDependencies } from '../../../src/chat/answer-dependencies.js';
import type { Retrieval } from '../../../src/retrieval/retriever.js';
import { openShippedAnswering } from '../../support/shipped-models.js';

const TEXTS = fileURLToPath(new URL('../../fixtures/languages/', import.meta.url));

/** Of each text, in its language: what it says, and what has nothing to do with it. */
const ASKED: Readonly<Record<string, { on: readonly string[]; off: readonly string[] }>> = {
  fr: {
    on: [
      'Qui nomme le gardien ?',
      'Peut-on faire un feu sur la falaise ?',
      'Que fait le gardien quand il y a du brouillard ?',
      'Combien coûte la visite ?',
    ],
    off: [
      'Quel temps fera-t-il demain ?',
      'Comment faire une mousse au chocolat ?',
      'Qui a gagné le Tour de France ?',
      'Mon lapin est malade, que faire ?',
    ],
  },
  es: {
    on: [
      '¿De quién es el molino?',
      '¿Qué recibe el molinero?',
      '¿Quién paga si se rompe la rueda?',
      '¿Las viudas tienen que pagar?',
    ],
    off: [
      '¿Qué tiempo hará mañana?',
      '¿Cómo se prepara una paella?',
      '¿Quién ganó la Liga?',
      '¿Qué portátil me recomiendas?',
    ],
  },
  de: {
    on: [
      'Wann fährt die Fähre?',
      'Was kostet die Überfahrt?',
      'Wer bestellt den Fährmann?',
      'Fährt sie auch bei Hochwasser?',
    ],
    off: [
      'Wo finde ich einen guten Zahnarzt?',
      'Wie backe ich Lebkuchen?',
      'Wer hat die Bundesliga gewonnen?',
      'Wie wechsle ich eine Glühbirne?',
    ],
  },
  ru: {
    on: [
      'Кто избирает начальника гавани?',
      'Можно ли разгружать товары ночью?',
      'Где лечат моряков?',
      'Кто решает споры капитанов?',
    ],
    off: [
      'Как испечь пирог с капустой?',
      'Какая завтра погода?',
      'Кто выиграл чемпионат по хоккею?',
      'Как настроить принтер?',
    ],
  },
  zh: {
    on: ['茶园归谁所有？', '园长任期几年？', '可以用农药吗？', '卖茶的钱用来做什么？'],
    off: ['明天会下雪吗？', '怎么包饺子？', '谁拿了奥运会冠军？', '电脑死机了怎么办？'],
  },
  ar: {
    on: [
      'من يملك البئر؟',
      'هل يدفع المسافر ثمن الماء؟',
      'كيف يختار حارس البئر؟',
      'ماذا على من كسر الدلو؟',
    ],
    off: [
      'كم سعر الذهب اليوم؟',
      'متى ولد نابليون؟',
      'من فاز في مباراة الأمس؟',
      'أي حاسوب تنصحني به؟',
    ],
  },
};

let folder: string;
const opened = new Map<string, AnswerDependencies>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'declaration-chat-'));
  for (const language of Object.keys(ASKED)) {
    const corpus = join(folder, language);
    await cp(join(TEXTS, `${language}.txt`), join(corpus, `${language}.txt`));
    opened.set(language, await openShippedAnswering(corpus));
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function ask(
  text: string,
  question: string,
): Promise<{ readonly retrieval: Retrieval; readonly decision: AnswerDecision }> {
  const dependencies = opened.get(text);
  if (dependencies === undefined) throw new Error(`There is no text in ${text}.`);
  const { index, retriever, decide } = dependencies;
  const retrieval = await retriever.retrieve(
    { messages: [{ role: 'user', content: question }] },
    { topK: 8 },
  );
  const { excerpts } = pickExcerpts(index, retrieval.aspects);
  return { retrieval, decision: await decide(index, { retrieval, excerpts }) };
}

describe.each(Object.entries(ASKED))('a text in %s, asked in its own language', (tag, asked) => {
  test('is known to be in it', () => {
    expect(opened.get(tag)?.index.languages).toEqual([tag]);
  });

  test.each(asked.on)('answers %s', async (question) => {
    const { retrieval, decision } = await ask(tag, question);
    expect(retrieval).toMatchObject({ language: tag, foreign: false });
    expect(decision).toMatchObject({ answerable: true });
  });

  // A text of eight paragraphs says little of what is far from it: one may slip through.
  test('refuses what has nothing to do with it, but for one at most', async () => {
    const decisions = await Promise.all(asked.off.map((question) => ask(tag, question)));
    const answered = asked.off.filter((_, at) => decisions[at]?.decision.answerable !== false);
    expect(answered.length, answered.join(', ')).toBeLessThanOrEqual(1);
  });
});

test('a question in another language than the texts is known to be foreign to them', async () => {
  const { retrieval, decision } = await ask('ru', 'Who elects the head of the harbour?');
  expect(retrieval).toMatchObject({ language: 'en', foreign: true });
  expect(decision.answerable).toBe(true);
});
