const ARABIC = /\p{Script=Arabic}/u;

/** Words as parts of a regular expression, in which vowels of Arabic are written or not. */
export function withVowels(words: readonly string[]): readonly string[] {
  return words.map((word) =>
    ARABIC.test(word) ? Array.from(word, (letter) => `${letter}\\p{M}?`).join('') : word,
  );
}
