import type { ReferenceRules } from '../rules/reference-rules.js';

export const REFERENCES: ReferenceRules = {
  names: {
    annex: 'anexos?|protocolos?',
    part: 'partes?|livros?|títulos?',
    chapter: String.raw`capítulos?|cap\.`,
    article: String.raw`artigos?|arts?\.?`,
    principle: 'princípios?',
    section: 'secç(?:ão|ões)|seç(?:ão|ões)',
    paragraph: 'parágrafos?|números?',
    point: 'pontos?',
    item: 'alíneas?|incisos?|pontos?|números?|letras?',
    recital: 'considerandos?',
    preamble: 'preâmbulo',
  },
  numberSign: String.raw`n\.?º`,
  range: 'al?|até',
  conjunction: 'e|ou',
  of: 'd[oa]s?|de|n[oa]s?',
  ordinals: ['primeir[oa]', 'segund[oa]', 'terceir[oa]', 'quart[oa]', 'quint[oa]', 'sext[oa]'],
  ordinalEnding: String.raw`\.?[ºª°]`,
  fromEnd: ['últim[oa]s?', 'penúltim[oa]s?', 'antepenúltim[oa]s?'],
  wordLike: { numbers: '[aeo]', before: 'do|da|de|diz|prevê' },
  asking: [
    String.raw`que|qual|diz|dizem|dá-me|dê|conteúdo|contém|texto|resum\p{L}*|cit\p{L}*`,
    String.raw`expli\p{L}*|compar\p{L}*|prevê\p{L}*|estabelec\p{L}*|dispõe|mostr\p{L}*`,
    'constituição|tratado|declaração|o|a|os|as|de|do|da|em|no|na|é|tod[oa]|conjunto',
  ].join('|'),
};
