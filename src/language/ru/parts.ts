import type { PartNames } from '../language.js';

export const PARTS: PartNames = {
  divisions: { annex: 'приложение|протокол', part: 'часть|раздел', chapter: 'глава' },
  provisions: {
    article: 'статья',
    principle: 'принцип',
    rule: 'правило',
    recommendation: 'рекомендация',
  },
  section: 'секция',
  preamble: 'преамбула',
  named: [],
};
