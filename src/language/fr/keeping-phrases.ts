import type { KeepingPhrases } from '../rules/keeping-phrases.js';

export const KEEPING_PHRASES: KeepingPhrases = {
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
