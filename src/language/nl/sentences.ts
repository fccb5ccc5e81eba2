import type { SentenceRules } from '../language.js';
import { listed } from '../listed.js';

export const SENTENCES: SentenceRules = {
  beforeWord: listed('dhr mevr mr dr prof ir drs bijv bv d.w.z vgl'),
  beforeNumber: listed('art artt nr nrs blz hfdst'),
  either: listed('enz e.d n.v b.v'),
  capitalOnly: [],
  starters: listed(
    'de het een deze dit die ieder iedereen alle niemand in op aan bij voor door indien wanneer er is',
  ),
};
