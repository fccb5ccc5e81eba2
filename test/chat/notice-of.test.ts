import { beforeAll, expect, it } from 'vitest';
import { noticeOf, type NoticeOptions } from '../../src/chat/notice-of.js';
import { modelNoticesIn } from '../../src/language/model-notices.js';
import { smallIndex } from '../support/small-index.js';

const INQUIRY = { messages: [{ role: 'user', content: 'Who shares the lake?' }] } as const;
const { replaced, omitted, unjudged } = modelNoticesIn('en');

let notice: (said: Partial<NoticeOptions['said']>) => string | undefined;
beforeAll(async () => {
  const { index, retriever } = await smallIndex([
    { id: 'lake', title: 'Charter of the Lake', text: '1. The lake is shared by all.' },
  ]);
  const retrieval = await retriever.retrieve(INQUIRY, { topK: 4 });
  notice = (said) =>
    noticeOf(index, {
      inquiry: INQUIRY,
      retrieval,
      excerpts: [],
      unanswered: [],
      said: { mode: 'generative', citations: [], ...said },
    });
});

it.each<[what: string, said: Partial<NoticeOptions['said']>, expected: string | undefined]>([
  ['nothing', {}, undefined],
  ['what is replaced', { replaced: 2 }, replaced],
  ['what is left out', { omitted: 1 }, omitted],
  ['what is not judged', { unjudged: 1 }, unjudged],
  ['all of it', { replaced: 1, omitted: 1, unjudged: 1 }, `${replaced} ${omitted} ${unjudged}`],
])('of a chat model’s words it is told: %s', (_what, said, expected) => {
  expect(notice(said)).toBe(expected);
});
