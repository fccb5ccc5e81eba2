import type { SentenceRules } from '../language.js';
import { listed } from '../listed.js';

export const SENTENCES: SentenceRules = {
  beforeWord: listed(
    'mr mrs ms messrs mx dr prof st ste gen sen rep hon rev gov amb lt col capt sgt maj ' +
      'cmdr adm pres mgr msgr h.e h.h e.g i.e cf vs viz resp approx ca incl excl esp eds al ' +
      'dipl rt bros mt ft',
  ),
  beforeNumber: listed(
    'no nos nr art arts p pp para paras par vol vols ch chap chaps sec secs sect fig figs ' +
      'res doc docs add ser op cl pt pts ref refs reg regs lit ann app tel fax ext item ' +
      'items n nn col cols ed c',
  ),
  either: listed(
    'jr sr inc ltd co corp llc bros dept univ assn jan feb mar apr jun jul aug sep sept ' +
      'oct nov dec mon tue wed thu fri sat sun a.m p.m am pm approx ph.d m.a b.a etc',
  ),
  capitalOnly: listed('st ste gen sen rep hon rev gov amb col maj pres mt ft rt hon capt adm'),
  starters: listed(
    'the this these those it they we he she i you there here in on at by for from with as ' +
      'an a to and but or nor if when while where since after before all each every no any ' +
      'our their its his her such both many most some however moreover furthermore ' +
      'therefore nevertheless thus also member states heads participants',
  ),
};
