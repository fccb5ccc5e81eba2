import type { PagePhrases } from '../rules/page-phrases.js';

export const PAGE_PHRASES: PagePhrases = {
  lead:
    'Answers are made of the texts’ own sentences. Each number in them opens the ' +
    'paragraph, and marks the words it stands on.',
  greeting: 'What would you like to know?',
  needsScript:
    'Asking needs JavaScript. Allow it for this page, or ask by {request}. The texts can ' +
    'be read without it.',
  texts: 'Texts',
  textsToSearch: 'Texts to search',
  paragraphs: { one: '{} paragraph', other: '{} paragraphs' },
  read: 'Read',
  readText: 'Read {}',
  atLeastOne: 'At least one text is searched.',
  unlessTicked: 'All texts are searched unless you tick some.',
  findText: 'Find a text',
  showAll: 'Show all {} texts',
  noneFound: 'No text is called that.',
  onYourSite: 'On your own site',
  howToEmbed:
    'Name the site’s origin, such as {origin}, in the server’s {setting}, then paste one ' +
    'of these.',
  launcher: 'A button in the corner',
  inPage: 'In the page, where it should stand',
  pinned: 'Pinned to this version',
  pinnedNote:
    'Browsers run these very bytes or nothing. When the server is upgraded, copy the line ' +
    'again.',
  copy: 'Copy',
  copyOf: 'Copy: {}',
  copied: 'Copied',
  forPrograms: 'For programs: the interface, to try',
  skip: 'Skip',
  skipTo: 'Skip to the content',
};
