import { listed } from '../listed.js';
import type { PartNames } from '../language.js';

export const PARTS: PartNames = {
  divisions: { annex: 'приложение|протокол', part: 'часть|раздел', chapter: 'глава' },
  provisions: {
    article: 'статья|ст\\.',
    principle: 'принцип',
    rule: 'правило',
    recommendation: 'рекомендация',
    paragraph: 'пункт',
  },
  section: 'секция',
  preamble: 'преамбула',
  annexes: ['приложение', 'приложения'],
  named: ['введение', 'заключительные положения', 'заключение', 'содержание', 'оглавление'],
  contents: ['содержание', 'оглавление'],
  ordinalWords: listed(
    'первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый',
  ),
  letters: 'абвгдежзиклмнопрстуфхцчшщэюя',
  note: new RegExp(
    String.raw`^\((?:статья|пункт|часть|глава|абзац|наименование|раздел|подпункт)?[^()]{0,60}` +
      String.raw`(?:в ред(?:акции|\.)|введен|утратил|исключен|дополнен)` +
      String.raw`|^(?:примечание|сноска)(?:\s*[.:]| ред)`,
    'iu',
  ),
};
