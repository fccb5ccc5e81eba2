import { beforeAll, describe, expect, test } from 'vitest';
import type { ChatReply } from '../../src/protocol.js';
import { openLibrary, type AskedServerOptions, type Library } from '../support/asked-server.js';
import { refused } from '../support/decided.js';
import { answeredBy } from '../support/openai-models.js';
import { says } from '../support/openai-replies.js';
import { playReply } from '../support/play-reply.js';

const BRIDGES = `Accord on Bridges

1. Bridges over the river Lune shall be inspected every four years by the Bridge Council.
2. The Bridge Council has twelve members and sits in Lancaster.
3. The toll for a lorry is 4.5 crowns, and pedestrians pay nothing.
4. The Ferry Board has five members and sits in Morecambe.
`;
const QUESTION =
  'Where do the Bridge Council and the Ferry Board sit, and how many members have they?';
const COUNCIL = 'The Bridge Council has twelve members and sits in Lancaster.';
const BOARD = 'The Ferry Board has five members and sits in Morecambe.';

let library: Library;
beforeAll(async () => {
  library = await openLibrary({ 'bridges-2020.txt': BRIDGES });
});

/** What a visitor reads where a model writes this; `{COUNCIL}` and `{BOARD}` are numbers of their sentences. */
async function read(
  written: string,
  {
    question = QUESTION,
    ...options
  }: Partial<AskedServerOptions> & { readonly question?: string } = {},
): Promise<ChatReply> {
  const { reply } = await playReply(library, {
    question,
    reply: answeredBy(({ evidence }) => {
      const numberOf = (sentence: string): string =>
        `S${evidence.find(({ text }) => text.includes(sentence))?.number ?? 0}`;
      return written
        .replaceAll('{COUNCIL}', numberOf('twelve members'))
        .replaceAll('{BOARD}', numberOf('five members'));
    }, says),
    ...options,
  });
  return reply;
}

const BOTH = `${COUNCIL} [1] ${BOARD} [2]`;

describe('what is said is read', () => {
  test.each([
    ['in a fence', `\`\`\`\n${COUNCIL} [{COUNCIL}] ${BOARD} [{BOARD}]\n\`\`\``],
    [
      'in a fence of JSON',
      `\`\`\`json\n{"answer": "${COUNCIL} [{COUNCIL}] ${BOARD} [{BOARD}]", "citations": ["{COUNCIL}", "{BOARD}"]}\n\`\`\``,
    ],
    [
      'behind thinking in tags',
      `<think>\nThe seat is Paris [{COUNCIL}].\n</think>\n${COUNCIL} [{COUNCIL}] ${BOARD} [{BOARD}]`,
    ],
    [
      'behind thinking in brackets',
      `[THINK]The seat is Paris [{COUNCIL}].[/THINK]${COUNCIL} [{COUNCIL}] ${BOARD} [{BOARD}]`,
    ],
    [
      'behind a channel of thinking',
      `<|channel|>analysis<|message|>The seat is Paris [{COUNCIL}].<|end|><|start|>assistant<|channel|>final<|message|>${COUNCIL} [{COUNCIL}] ${BOARD} [{BOARD}]`,
    ],
    ['with numbers in round brackets', `${COUNCIL.slice(0, -1)} ({COUNCIL}). ${BOARD} ({BOARD})`],
    ['with lenticular brackets', `${COUNCIL}【{COUNCIL}】 ${BOARD}【{BOARD}】`],
    [
      'with a list of sources below',
      `${COUNCIL} [{COUNCIL}] ${BOARD} [{BOARD}]\n\nSources:\n[{COUNCIL}] Article 2 of the Accord.\n[{BOARD}] The Ferry Board has five members.`,
    ],
    [
      'with footnotes below',
      `${COUNCIL} [{COUNCIL}] ${BOARD} [{BOARD}]\n\n[{COUNCIL}]: Article 2 of the Accord.\n{BOARD}: ${BOARD}`,
    ],
  ])('%s', async (_where, written) => {
    expect(await read(written)).toMatchObject({ answer: BOTH, mode: 'generative' });
  });

  test('in lines that open with their source', async () => {
    const reply = await read(`{COUNCIL}: ${COUNCIL}\n{BOARD}: ${BOARD}`);
    expect(reply.answer).toBe(`${COUNCIL} [1]\n${BOARD} [2]`);
  });

  test('in objects, each with its source', async () => {
    const reply = await read(
      `[{"source": "{BOARD}", "text": "${BOARD}"}, {"source": "{COUNCIL}", "text": "${COUNCIL}"}]`,
    );
    expect(reply.answer).toBe(`${BOARD} [1]\n\n${COUNCIL} [2]`);
  });
});

test.each(['<think>', '[THINK]', '<reasoning>', '<|channel|>analysis<|message|>'])(
  'thinking that never ends is no answer: %s',
  async (opening) => {
    const reply = await read(`${opening}${COUNCIL} [{COUNCIL}]`);
    expect(reply).toMatchObject({ mode: 'extractive', fallback: 'model-unsupported' });
  },
);

describe('a table', () => {
  const HEAD = '| Who | Members | Sits in | Source |\n|---|---|---|---|\n';

  test('is judged row by row, under its head, and shown as rows', async () => {
    const reply = await read(
      `${HEAD}| Bridge Council | twelve | Lancaster | [{COUNCIL}] |\n| Ferry Board | five | Morecambe | [{BOARD}] |`,
    );
    expect(reply).toMatchObject({
      answer:
        'Who | Members | Sits in [1]\nBridge Council | twelve | Lancaster [1]\nFerry Board | five | Morecambe [2]',
    });
    expect(reply).not.toHaveProperty('replaced');
  });

  test('has the text’s own sentence in the place of a row that is not borne out', async () => {
    const reply = await read(
      `${HEAD}| Bridge Council | twelve | Lancaster | [{COUNCIL}] |\n| Ferry Board | five | Lancaster | [{BOARD}] |`,
    );
    expect(reply).toMatchObject({
      replaced: 1,
      answer: `Who | Members | Sits in [1]\nBridge Council | twelve | Lancaster [1]\n“${BOARD}” [2]`,
    });
  });
});

test('a head in words that stand nowhere is left out, and the rows are judged without', async () => {
  const reply = await read(
    `| Elephant | Purple | Curtain |\n|---|---|---|\n| Bridge Council | twelve | Lancaster [{COUNCIL}] |`,
  );
  expect(reply).toMatchObject({ answer: 'Bridge Council | twelve | Lancaster [1]' });
});

describe('what leans on a sentence that is not there goes with it', () => {
  test.each(['But', 'Yet', 'Still,', 'Nonetheless,'])('%s …', async (opening) => {
    const reply = await read(
      `${COUNCIL} [{COUNCIL}] The Ferry Board has ninety members [{BOARD}]. ${opening} the Bridge Council sits in Lancaster [{COUNCIL}].`,
    );
    expect(reply.answer).not.toContain(opening);
    expect(reply).toMatchObject({ replaced: 2 });
  });
});

describe('a bare refusal', () => {
  test.each([
    ...['No answer.', 'I don’t know.', "The texts don't say."],
    ...['Keine Antwort.', 'Ich weiß es nicht.', 'Das sagen die Texte nicht.'],
    ...['Pas de réponse.', 'Je ne sais pas.', 'Les textes ne le disent pas.'],
    ...['Sin respuesta.', 'No lo sé.', 'Los textos no lo dicen.'],
    ...['Нет ответа.', 'Я не знаю.', 'Тексты об этом не говорят.'],
    ...['没有答案。', '我不知道。', '文本没有提到。'],
    ...['لا توجد إجابة.', 'لا أعرف.', 'النصوص لا تقول ذلك.'],
  ])('is shown as one: %s', async (refusal) => {
    const reply = await read(refusal, { question: 'What does the Bridge Council cost each year?' });
    expect(reply).toMatchObject({ answered: false, mode: 'generative', answer: refusal });
    expect(reply.answered ? [] : reply.nearest).not.toEqual([]);
  });
});

describe('a sentence behind the mark that nothing answers', () => {
  const written = `NO_ANSWER ${COUNCIL} [{COUNCIL}]`;

  test('answers where the texts do', async () => {
    expect(await read(written)).toMatchObject({ answered: true, answer: `${COUNCIL} [1]` });
  });

  test('is near to an answer at most where the texts have none', async () => {
    const reply = await read(written, { decide: () => refused('unsure') });
    expect(reply).toMatchObject({ answered: false, mode: 'generative' });
  });
});
