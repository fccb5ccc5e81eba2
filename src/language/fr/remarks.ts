import type { RemarkRules } from '../rules/remark-rules.js';

export const REMARKS: RemarkRules = {
  prototypes: {
    greeting: ['Bonjour', 'Salut', 'Bonsoir', 'Comment allez-vous ?', 'Ça va ?'],
    thanks: ['Merci', 'Merci beaucoup', 'Parfait, merci', 'D’accord', 'Je vois'],
    farewell: [
      'Au revoir',
      'À bientôt',
      'À plus tard',
      'Bonne journée',
      'C’est tout pour le moment',
    ],
    identity: [
      'Qui êtes-vous ?',
      'Qui es-tu ?',
      'Es-tu un robot ?',
      'Êtes-vous une IA ?',
      'Comment t’appelles-tu ?',
    ],
    help: [
      'Que puis-je demander ?',
      'Que sais-tu faire ?',
      'Aide',
      'Comment ça marche ?',
      'Quelles questions puis-je poser ?',
      'Donnez-moi des exemples de questions',
    ],
    texts: [
      'Quels textes avez-vous ?',
      'Quels documents as-tu ?',
      'Sur quels documents puis-je poser des questions ?',
      'Liste des documents',
      'Quelles sont vos sources ?',
    ],
    more: ['Plus', 'Dis-m’en plus', 'Continue', 'Plus de détails', 'Quoi d’autre ?', 'Et encore ?'],
    shorter: ['Plus court', 'Plus bref, s’il vous plaît', 'En une phrase', 'C’est trop long'],
    simpler: [
      'Plus simplement',
      'Explique avec des mots simples',
      'Je ne comprends pas',
      'En termes plus simples',
    ],
    sure: [
      'Es-tu sûr ?',
      'Vous êtes sûr ?',
      'Vraiment ?',
      'C’est vrai ?',
      'Comment le savez-vous ?',
    ],
  },
  ordinary: [
    'Quels documents sont mentionnés ?',
    'Quels documents ont-ils adoptés ?',
    'Qu’est-ce que c’est ?',
    'Qui sont-ils ?',
    'Qui ?',
    'Que peuvent-ils faire ?',
    'Qu’est-ce que cela signifie ?',
    'Quel temps fait-il aujourd’hui ?',
    'Quelle heure est-il ?',
    'Raconte-moi une blague.',
    'Que vais-je manger ce soir ?',
    'Aimes-tu la musique ?',
  ],
  replies: {
    greeting: 'Bonjour. Demandez-moi ce que disent les textes : {titles}.',
    thanks: 'Je vous en prie. Posez d’autres questions quand vous voulez.',
    farewell: 'Au revoir. Les textes restent ici.',
    identity:
      'Je suis un programme qui cherche des réponses dans {titles}. Je réponds avec leurs propres ' +
      'mots et montre le paragraphe de chaque phrase.',
    help:
      'Demandez avec vos mots tout ce qui se trouve dans {titles}, ou nommez un paragraphe par son ' +
      'numéro.',
    texts: 'Ces textes peuvent être interrogés : {dated}.',
    nothingBefore:
      'Il n’y a pas encore de réponse à poursuivre. Posez d’abord une question sur {titles}.',
    noMore: 'C’est tout ce que j’ai trouvé. Demandez quelque chose de plus précis.',
    simpler:
      'Je ne peux que citer les textes, pas les dire plus simplement. Une question plus étroite peut ' +
      'aider.',
    sure: 'Voici les paragraphes sur lesquels repose la réponse, pour que vous puissiez juger vous-même.',
  },
};
