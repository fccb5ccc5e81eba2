import type { PlacePhrases } from '../rules/place-phrases.js';

export const PLACE_PHRASES: PlacePhrases = {
  missing: 'Il n’y a pas de « {place} » dans « {title} ».',
  missingOf:
    'Il n’y a pas de « {place} » dans « {title} » ; on y trouve {kinds} de {first} à {last}.',
  missingWithin:
    'Il n’y a pas de « {place} » dans « {title} » ; on trouve à cet endroit {kinds} de {first} à {last}.',
  length: '{paragraphs} alinéas et environ {words} mots ; le dernier est l’alinéa {last}.',
  quotedInPart: 'Cités ici : {shown} des {all} alinéas qui s’y trouvent.',
  saysNothing: '« {title} » n’en dit rien.',
  unanswered: 'Les textes ne répondent pas à « {part} ».',
  more: '{count} autres',
  kinds: {
    annex: 'des annexes',
    part: 'des parties',
    chapter: 'des chapitres',
    subdivision: 'des subdivisions',
    article: 'des articles',
    principle: 'des principes',
    rule: 'des règles',
    recommendation: 'des recommandations',
    goal: 'des objectifs',
    paragraph: 'des paragraphes',
    amendment: 'des amendements',
    decision: 'des décisions',
    resolution: 'des résolutions',
    section: 'des sections',
    sign: 'des paragraphes',
    heading: 'des sections',
    item: 'des paragraphes',
  },
};
