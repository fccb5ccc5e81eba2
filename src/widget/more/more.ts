/**
 * What of the widget is not needed at first sight, a module of its own: the drawer of conversations,
 * the paragraph behind a number, and what can be done with an answer.
 */
export { fillAnswerTools } from './answer-tools.js';
export { Drawer } from './drawer.js';
export { latePhrasesOf } from './late-phrases-of.js';
export { adoptMoreSheet } from './more-sheet.js';
export { SourcePopover } from './source-popover.js';
export { SourcePane } from './source-pane.js';
