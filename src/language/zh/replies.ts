import type { ReplyRules } from '../rules/reply-rules.js';

export const REPLIES: ReplyRules = {
  markerNouns: ['来源', '句子', '引用', '参见', '见'],
  markerLinks: ['和'],
  yesOrNo: ['是', '是的', '不', '不是', '否', '没有'],
  refusals: [
    '文本没有说明这一点。',
    '这些文本没有回答这个问题。',
    '所给的句子中没有这方面的信息。',
    '宣言没有提到费用是多少。',
    '根据这些文本无法回答。',
  ],
  bareRefusals: ['没有答案。', '我不知道。'],
  statements: [
    '各国将在贸易领域合作。',
    '各方不对彼此使用武力。',
    '该组织不针对其他国家。',
    '宣言指出，争端通过谈判解决。',
    '尚未作出决定。',
  ],
  asides: ['以下是文本中的相关内容：', '希望对您有帮助。', '如有其他问题，请告诉我。'],
  leaningOpenings: ['但', '但是', '然而', '不过', '因此', '此外', '同时'],
  plainOpenings: ['该', '成员国', '各国', '根据', '在', '所有', '如果', '为'],
};
