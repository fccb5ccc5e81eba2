import type { SentenceRules } from '../language.js';
import { listed } from '../listed.js';

export const SENTENCES: SentenceRules = {
  beforeWord: listed('sr sra srs exmo exma dr dra prof p.ex cf'),
  beforeNumber: listed('art arts n núm pág págs cap vol'),
  either: listed('etc s.a'),
  capitalOnly: [],
  starters: listed(
    'o a os as um uma este esta todo todos ninguém em no na ao para por se quando é',
  ),
};
