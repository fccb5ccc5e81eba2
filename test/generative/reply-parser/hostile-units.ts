/** Of which hostile replies are made, over and over. */
export const HOSTILE_UNITS: readonly string[] = [
  ...['[', ']', '[1', '[1]', '[1-9]', '[a](', '![', '【', '1.', '1. ', ' ', '\n', '\n ', '- ', '.'],
  ...['. ', 'a. ', 'A. ', 'Mr. ', 'x', 'word ', '(', '(a. B) ', '“A. ', '"', '"A. b" ', '句。'],
  ...['`', '` [', '```\n', '*', '*a', '_', '<', '<a', '<a ', '<think>', '</think>', '<!--'],
  ...['\\', '!', '#', '|', '~', '\ud83d', '\u200b'],
];
