import type { SentenceRules } from '../language.js';
import { listed } from '../listed.js';

export const SENTENCES: SentenceRules = {
  beforeWord: listed('sig sigg dott dr prof avv on cfr p.es'),
  beforeNumber: listed('art artt n nn lett cap pag pagg vol'),
  either: listed('ecc s.p.a'),
  capitalOnly: listed('on'),
  starters: listed(
    'il lo la i gli le un uno una questo questa questi ogni tutti nessuno in al nel per con se quando è',
  ),
};
