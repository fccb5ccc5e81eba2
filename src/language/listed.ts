/** The words of a list that is written as one string, with blanks between them. */
export function listed(words: string): readonly string[] {
  return words.split(' ');
}
