import type { KeepingPhrases } from '../rules/keeping-phrases.js';

export const KEEPING_PHRASES: KeepingPhrases = {
  conversations: 'Conversations',
  thisOne: 'This conversation',
  markdown: 'Save as Markdown, with footnotes',
  bibtex: 'Save the citations as BibTeX',
  csl: 'Save the citations as CSL-JSON',
  print: 'Print',
  earlier: 'Earlier conversations in this browser',
  search: 'Search',
  rename: 'Rename “{}”',
  name: 'Name of the conversation',
  remove: 'Delete “{}”',
  removed: '“{}” was deleted.',
  undo: 'Undo',
  none: 'Nothing found.',
};
