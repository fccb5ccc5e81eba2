import type { ReferenceRules } from '../rules/reference-rules.js';

export const REFERENCES: ReferenceRules = {
  names: {
    annex: 'allegat[oi]|protocoll[oi]',
    part: 'part[ei]|titol[oi]|libr[oi]',
    chapter: String.raw`capitol[oi]|cap[oi]|cap\.`,
    article: String.raw`articol[oi]|artt?\.?`,
    principle: 'princip[io]|principi',
    section: 'sezion[ei]',
    paragraph: String.raw`comm[ai]|paragraf[oi]|capovers[oi]`,
    point: 'punt[oi]',
    item: 'letter[ae]|numer[oi]|punt[oi]|comm[ai]',
    recital: 'considerand[oi]',
    preamble: 'preambolo',
  },
  numberSign: String.raw`n\.`,
  range: 'a|al',
  conjunction: 'e|o',
  of: "del(?:la|l[’']|lo)?|dell[’']|di|nel(?:la|l[’'])?",
  ordinals: ['prim[oa]', 'second[oa]', 'terz[oa]', 'quart[oa]', 'quint[oa]', 'sest[oa]'],
  ordinalEnding: '[ºª°]',
  fromEnd: ['ultim[oa]', 'penultim[oa]', 'terzultim[oa]'],
  fromEndBehind: ['ultimo', 'penultimo'],
  wordLike: { numbers: '[aeio]|mi|di|dici', before: 'del|della|di|dice|prevede' },
  asking: [
    String.raw`che|cosa|cos|dice|dicono|dammi|contenuto|contiene|testo|riassum\p{L}*`,
    String.raw`cit\p{L}*|spieg\p{L}*|confront\p{L}*|preved\p{L}*|stabili\p{L}*|mostra\p{L}*`,
    'costituzione|trattato|dichiarazione|il|la|lo|i|le|gli|l|di|del|della|dell|in',
    'nel|nella|è|c|tutt[oa]|intero',
  ].join('|'),
};
