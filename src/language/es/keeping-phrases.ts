import type { KeepingPhrases } from '../rules/keeping-phrases.js';

export const KEEPING_PHRASES: KeepingPhrases = {
  conversations: 'Conversaciones',
  thisOne: 'Esta conversación',
  markdown: 'Guardar en Markdown, con notas',
  bibtex: 'Guardar las citas en BibTeX',
  csl: 'Guardar las citas en CSL-JSON',
  print: 'Imprimir',
  earlier: 'Conversaciones anteriores en este navegador',
  search: 'Buscar',
  rename: 'Cambiar el nombre de «{}»',
  name: 'Nombre de la conversación',
  remove: 'Eliminar «{}»',
  removed: 'Se eliminó «{}».',
  undo: 'Deshacer',
  none: 'No se encontró nada.',
};
