import type { SentenceRules } from '../language.js';
import { listed } from '../listed.js';

export const SENTENCES: SentenceRules = {
  beforeWord: listed(
    'bzw vgl ggf evtl sog z.b d.h u.a i.d.r i.v.m i.s.d ca inkl hr fr dr prof geb',
  ),
  beforeNumber: listed('nr nrn abs art ziff lit bd kap anl bgbl s f'),
  either: listed('usw etc ff mio mrd e.v a.d bspw'),
  capitalOnly: listed('hr fr'),
  starters: listed(
    'der die das den dem des ein eine er sie es wir diese dieser dieses jeder jede jedes alle wer ' +
      'im in an auf bei mit nach zu für durch wenn soweit sofern ferner auch',
  ),
};
