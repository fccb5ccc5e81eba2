import type { WordRules } from '../language.js';
import { listed } from '../listed.js';

/** Small words, and those that frame a question without saying what it is about. */
const STOP_WORDS = listed(
  '的 了 吗 呢 吧 着 地 得 是 在 和 与 及 或 也 都 就 而 但 被 把 对 从 到 为 以 于 由 之 其 这 那 这个 那个 ' +
    '什么 怎么 怎样 如何 一次 哪 哪个 哪些 哪里 哪儿 谁 几 多少 多大 多久 为什么 是否 有没有 能不能 会不会 要不要 ' +
    '请 请问 我 你 您 他 她 它 我们 你们 他们 根据 关于 可以 能 会 要',
);

/** Words alone miss what says the same in others that are made of the same characters. */
export const WORDS: WordRules = { stopWords: STOP_WORDS, unspaced: true, alsoBy: 'ideographs' };
