import type { PagePhrases } from '../rules/page-phrases.js';

export const PAGE_PHRASES: PagePhrases = {
  lead:
    'Les réponses sont faites des phrases mêmes des textes. Chaque numéro ouvre le ' +
    'paragraphe et y marque les mots qui fondent la réponse.',
  greeting: 'Que voulez-vous savoir ?',
  needsScript:
    'Pour poser une question, il faut JavaScript. Autorisez-le pour cette page ou passez ' +
    'par {request}. Les textes se lisent sans lui.',
  texts: 'Textes',
  textsToSearch: 'Textes à consulter',
  paragraphs: { one: '{} paragraphe', other: '{} paragraphes' },
  read: 'Lire',
  readText: 'Lire {}',
  atLeastOne: 'Au moins un texte est consulté.',
  unlessTicked: 'Tous les textes sont consultés si vous n’en cochez aucun.',
  findText: 'Trouver un texte',
  showAll: 'Afficher les {} textes',
  noneFound: 'Aucun texte ne porte ce nom.',
  onYourSite: 'Sur votre site',
  howToEmbed:
    'Indiquez l’origine du site, par exemple {origin}, dans {setting} sur le serveur, ' +
    'puis collez une de ces lignes.',
  launcher: 'Un bouton dans le coin',
  inPage: 'Dans la page, à sa place',
  pinned: 'Figé à cette version',
  pinnedNote:
    'Le navigateur exécute exactement ces octets ou rien. Après une mise à jour du ' +
    'serveur, copiez la ligne de nouveau.',
  copy: 'Copier',
  copyOf: 'Copier : {}',
  copied: 'Copié',
  forPrograms: 'Pour les programmes : l’interface, à essayer',
  skip: 'Aller',
  skipTo: 'Aller au contenu',
};
