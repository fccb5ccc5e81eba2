import { listed } from '../listed.js';
import type { ReplyRules } from '../rules/reply-rules.js';

export const REPLIES: ReplyRules = {
  markerNouns: listed(
    'source sources phrase phrases référence références citation citations note notes voir',
  ),
  markerLinks: ['et'],
  yesOrNo: listed('oui non'),
  refusals: [
    'Les textes ne le disent pas.',
    'Les textes ne répondent pas à cette question.',
    'Les textes ne disent pas combien cela coûte.',
  ],
  bareRefusals: ['Pas de réponse.', 'Je ne sais pas.'],
  statements: [
    'Les États coopèrent dans le commerce.',
    'L’organisation n’est pas dirigée contre d’autres États.',
    'Non, le conseil n’a pas encore approuvé le plan.',
  ],
  asides: ['Voici ce que disent les textes :', 'J’espère que cela vous aide.'],
  leaningOpenings: [
    ...listed('Mais Cependant Toutefois Pourtant Donc Ainsi Néanmoins'),
    'De plus',
    'En outre',
  ],
  plainOpenings: listed('Le La Les Un Une Dans Chaque Tous Selon Pour Si Il'),
};
