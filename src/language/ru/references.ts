import type { ReferenceRules } from '../rules/reference-rules.js';

const ARTICLE = String.raw`стать\p{L}{1,3}|статей|ст\.?`;

export const REFERENCES: ReferenceRules = {
  names: {
    annex: String.raw`приложени\p{L}+|протокол\p{L}*|прил\.`,
    part: String.raw`част(?:ь|и|ью|ей|ям|ях|ями)|ч\.?|раздел\p{L}{0,3}|разд\.`,
    chapter: String.raw`глав(?:а|ы|е|у|ой|ам|ах)?|гл\.`,
    article: ARTICLE,
    principle: String.raw`принцип\p{L}{0,3}`,
    rule: String.raw`правил\p{L}{0,3}`,
    recommendation: String.raw`рекомендаци\p{L}{1,3}`,
    paragraph: String.raw`пункт\p{L}{0,3}|пп?\.?|абзац\p{L}{0,3}|абз\.?|параграф\p{L}{0,3}`,
    section: String.raw`секци\p{L}{1,3}|раздел\p{L}{0,3}|разд\.`,
    item: [
      String.raw`подпункт\p{L}{0,3}|подп\.?|пп\.|пункт\p{L}{0,3}|пп?\.?|букв\p{L}{1,2}`,
      String.raw`част(?:ь|и|ью|ей|ям|ях|ями)|ч\.?`,
    ].join('|'),
    amendment: String.raw`поправк\p{L}{1,3}|поправок`,
    preamble: String.raw`преамбул\p{L}{1,2}`,
    sentence: String.raw`предложени\p{L}{1,3}`,
  },
  numberSign: '№|номер',
  dotInserts: ARTICLE,
  range: 'по|до',
  conjunction: 'и|или',
  of: 'в|из|к',
  ordinals: [
    String.raw`перв\p{L}{2,3}`,
    String.raw`втор\p{L}{2,3}`,
    String.raw`трет(?:ий|ь\p{L}{1,3})`,
    String.raw`четв[её]рт\p{L}{2,3}`,
    String.raw`пят(?:ый|ая|ое|ой|ого|ую|ым|ом|ому)`,
    String.raw`шест(?:ой|ая|ое|ого|ую|ым|ом|ому)`,
    String.raw`седьм\p{L}{2,3}`,
    String.raw`восьм\p{L}{2,3}`,
    String.raw`девят(?:ый|ая|ое|ой|ого|ую|ым|ом|ому)`,
    String.raw`десят(?:ый|ая|ое|ой|ого|ую|ым|ом|ому)`,
  ],
  ordinalEnding: '-?(?:го|му|[йяеюм]|ой|ая|ую|ый|ое|ом)',
  fromEnd: [String.raw`последн\p{L}{2,3}`, String.raw`предпоследн\p{L}{2,3}`],
  wordLike: { numbers: '[аиовскуя]' },
  summarising: String.raw`резюм\p{L}*|вкратце|кратк\p{L}*|обобщи\p{L}*|суть|обзор|главн\p{L}* в`,
  asking: [
    String.raw`чт[оё]|чем|ч[её]м|как\p{L}*|о|об|про|говор\p{L}*|глас\p{L}*|сказан\p{L}*`,
    String.raw`написан\p{L}*|сказ\p{L}*|содерж\p{L}*|текст\p{L}*|перескаж\p{L}*|излож\p{L}*`,
    String.raw`привед\p{L}*|процитир\p{L}*|дай\p{L}*|покаж\p{L}*|расскаж\p{L}*|резюм\p{L}*`,
    String.raw`кратк\p{L}*|полност\p{L}*|целиком|дословн\p{L}*|сравн\p{L}*|обоих|обеих`,
    String.raw`установ\p{L}*|устанавлива\p{L}*|предусм\p{L}*|регулир\p{L}*|определя\p{L}*`,
    String.raw`закрепл\p{L}*|идет|идёт|речь|конституци\p{L}*|договор\p{L}*|деклараци\p{L}*`,
    String.raw`хартии|хартия|закон\p{L}*|кодекс\p{L}*|посвящен\p{L}*|процитируй|мне|и|в|из|вся|вс[её]|всю|всей|весь`,
  ].join('|'),
};
