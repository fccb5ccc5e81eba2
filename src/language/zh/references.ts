import type { ReferenceRules } from '../rules/reference-rules.js';

export const REFERENCES: ReferenceRules = {
  names: {
    annex: '附件|附录|附錄',
    part: '编|編|部分|篇',
    chapter: '章',
    subdivision: '节|節',
    article: '条|條',
    paragraph: '款|段',
    item: '项|項|目|点|點',
    preamble: '序言|前言',
    sentence: '句话|句',
  },
  range: '至|到',
  conjunction: '和|与|及|、',
  of: '的|中的?|里的?',
  fromEnd: ['最后一?|末'],
  endSign: '倒数',
  summarising: '总结|概括|概述|摘要|简述|归纳',
  asking: [
    '请问|请|给我|告诉我|我想|知道|看看|显示|引用|列出|概括|总结|解释|比较|对比|全文|原文|内容|条文|规定|说明|具体|是什么|有什么|什么',
    '哪些|怎么|如何|讲|写|说|述|了|的|是|有|在|里|中|吗|呢|宪法|法律|条约|宣言|宪章|关于|两个?|都|各',
  ].join('|'),
};
