import type { LatePhrases } from '../rules/late-phrases.js';

export const LATE_PHRASES: LatePhrases = {
  openInText: 'Open in the text',
  opensNewTab: 'opens in a new tab',
  copied: 'Copied',
  notCopied: 'The browser does not allow copying here.',
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
