import type { SentenceRules } from '../language.js';
import { listed } from '../listed.js';

export const SENTENCES: SentenceRules = {
  beforeWord: listed('mme mmes mlle mm dr st ste cf env c.-à-d'),
  beforeNumber: listed('art al chap p pp n vol t no nos'),
  either: listed('etc'),
  capitalOnly: listed('st ste mm'),
  starters: listed(
    'le la les un une des il elle ils elles ce cet cette ces nul tout toute tous chaque dans en à ' +
      'au aux pour par si lorsque toutefois',
  ),
};
