import { stemmer } from '@orama/stemmers/spanish';
import { stopwords } from '@orama/stopwords/spanish';
import type { WordRules } from '../language.js';
import { listed } from '../listed.js';

/** Of the list, which was made from news, those that legal texts are about. */
const CONTENT = new Set(
  listed(
    'acuerdo ejemplo estado estados existe existen final general igual mayor nueva nuevas nuevo ' +
      'nuevos pais país paìs parte partir poder propia propias propio propios tiempo total trabaja ' +
      'trabajan trabajar trabajo valor veces verdad',
  ),
);

export const WORDS: WordRules = {
  stopWords: stopwords.filter((word) => !CONTENT.has(word)),
  accentsTellEndings: true,
  stem: stemmer,
};
