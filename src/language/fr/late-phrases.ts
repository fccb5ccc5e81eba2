import type { LatePhrases } from '../rules/late-phrases.js';

export const LATE_PHRASES: LatePhrases = {
  openInText: 'Ouvrir dans le texte',
  opensNewTab: 's’ouvre dans un nouvel onglet',
  copied: 'Copié',
  notCopied: 'Le navigateur ne permet pas de copier ici.',
  conversations: 'Les conversations',
  thisOne: 'Cette conversation',
  markdown: 'Enregistrer en Markdown, avec notes',
  bibtex: 'Enregistrer les citations en BibTeX',
  csl: 'Enregistrer les citations en CSL-JSON',
  print: 'Imprimer',
  earlier: 'Conversations précédentes dans ce navigateur',
  search: 'Rechercher',
  rename: 'Renommer « {} »',
  name: 'Nom de la conversation',
  remove: 'Supprimer « {} »',
  removed: '« {} » a été supprimée.',
  undo: 'Annuler',
  none: 'Rien n’a été trouvé.',
};
