import type { PlacePhrases } from '../rules/place-phrases.js';

export const PLACE_PHRASES: PlacePhrases = {
  missing: 'В тексте «{title}» нет такого места: «{place}».',
  missingOf: 'В тексте «{title}» нет такого места: «{place}»; есть {kinds} с {first} по {last}.',
  missingWithin:
    'В тексте «{title}» нет такого места: «{place}»; там есть {kinds} с {first} по {last}.',
  length: 'Абзацев: {paragraphs}, слов: около {words}; последний абзац: {last}.',
  quotedInPart: 'Приведено пунктов: {shown} из {all}.',
  saysNothing: 'В тексте «{title}» об этом ничего не сказано.',
  unanswered: 'В текстах нет ответа на «{part}».',
  more: 'ещё {count}',
  kinds: {
    annex: 'приложения',
    part: 'разделы',
    chapter: 'главы',
    subdivision: 'подразделы',
    article: 'статьи',
    principle: 'принципы',
    rule: 'правила',
    recommendation: 'рекомендации',
    amendment: 'поправки',
    'additional-provision': 'дополнительные положения',
    'transitional-provision': 'переходные положения',
    'repealing-provision': 'отменяющие положения',
    'final-provision': 'заключительные положения',
    section: 'разделы',
    sign: 'параграфы',
    heading: 'разделы',
    item: 'пункты',
  },
};
