import type { LatePhrases } from '../rules/late-phrases.js';

export const LATE_PHRASES: LatePhrases = {
  openInText: 'Abrir en el texto',
  opensNewTab: 'se abre en una pestaña nueva',
  copied: 'Copiado',
  notCopied: 'El navegador no permite copiar aquí.',
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
