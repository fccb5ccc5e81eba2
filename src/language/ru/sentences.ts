import type { SentenceRules } from '../language.js';
import { listed } from '../listed.js';

export const SENTENCES: SentenceRules = {
  beforeWord: listed('т.е т.к т.н см ср напр им ул просп пл обл р-н акад проф д-р'),
  beforeNumber: listed('ст ч п пп пунк абз гл разд рис табл с стр № вып кв д'),
  either: listed('др пр т.д т.п т.п г гг в вв руб коп тыс млн млрд н.э'),
  capitalOnly: [],
  starters: listed(
    'в во на по при с со для до из от к о об и а но если когда каждый каждая все всё это этот эта ' +
      'эти он она они оно никто не',
  ),
};
