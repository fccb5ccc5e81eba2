import { isStopWord, words } from '../../../language/tokenize.js';

/** Whether a word is the initials of words of a title: "CRC", "Convention on the Rights of the Child". */
export function isInitialsOf(word: string, title: string): boolean {
  if (!/^\p{Lu}{2,}$/u.test(word)) return false;
  const letters = words(title)
    .filter((each) => !isStopWord(each))
    .map((each) => each.charAt(0).toUpperCase());
  return letters.join('').includes(word);
}
