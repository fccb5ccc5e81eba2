import type { LatePhrases } from '../rules/late-phrases.js';

export const LATE_PHRASES: LatePhrases = {
  openInText: 'Im Text öffnen',
  opensNewTab: 'öffnet einen neuen Tab',
  copied: 'Kopiert',
  notCopied: 'Der Browser erlaubt hier kein Kopieren.',
  conversations: 'Gespräche',
  thisOne: 'Dieses Gespräch',
  markdown: 'Als Markdown mit Fußnoten speichern',
  bibtex: 'Die Belege als BibTeX speichern',
  csl: 'Die Belege als CSL-JSON speichern',
  print: 'Drucken',
  earlier: 'Frühere Gespräche in diesem Browser',
  search: 'Suchen',
  rename: '„{}“ umbenennen',
  name: 'Name des Gesprächs',
  remove: '„{}“ löschen',
  removed: '„{}“ wurde gelöscht.',
  undo: 'Rückgängig',
  none: 'Nichts gefunden.',
};
