import type { PlacePhrases } from '../rules/place-phrases.js';

export const PLACE_PHRASES: PlacePhrases = {
  missing: '《{title}》中没有“{place}”。',
  missingOf: '《{title}》中没有“{place}”；其{kinds}的编号从 {first} 到 {last}。',
  missingWithin: '《{title}》中没有“{place}”；该处{kinds}的编号从 {first} 到 {last}。',
  length: '共{paragraphs}段，约{words}词；最后一段是第{last}段。',
  quotedInPart: '此处引用了该处 {all} 段中的 {shown} 段。',
  saysNothing: '《{title}》对此没有说明。',
  unanswered: '文本没有回答“{part}”。',
  more: '另有 {count} 份',
  kinds: {
    annex: '附件',
    part: '编',
    chapter: '章',
    subdivision: '节',
    article: '条文',
    principle: '原则',
    rule: '规则',
    amendment: '修正案',
    section: '节',
    sign: '节',
    heading: '节',
    item: '项',
  },
};
