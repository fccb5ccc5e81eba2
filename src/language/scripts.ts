/** A script, and the languages in it that are told from each other. */
export interface Script {
  readonly letter: RegExp;
  /** BCP 47 tags; the first is meant where nothing in the text tells more. */
  readonly languages: readonly [string, ...string[]];
}

/** Of the letters of a text; names in another script may stand among them. */
const MIN_SHARE = 0.3;

/** Scripts that tell a language, or a few. Kana stand among Chinese characters: they come first. */
const SCRIPTS: readonly Script[] = [
  { letter: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, languages: ['ja'] },
  { letter: /\p{Script=Hangul}/u, languages: ['ko'] },
  { letter: /\p{Script=Han}/u, languages: ['zh'] },
  { letter: /\p{Script=Cyrillic}/u, languages: ['ru', 'uk', 'be', 'bg', 'sr'] },
  { letter: /\p{Script=Arabic}/u, languages: ['ar', 'fa', 'ur', 'ku'] },
  { letter: /\p{Script=Devanagari}/u, languages: ['hi', 'mr'] },
  { letter: /\p{Script=Greek}/u, languages: ['el'] },
  { letter: /\p{Script=Hebrew}/u, languages: ['he'] },
  { letter: /\p{Script=Thai}/u, languages: ['th'] },
  { letter: /\p{Script=Armenian}/u, languages: ['hy'] },
  { letter: /\p{Script=Georgian}/u, languages: ['ka'] },
];
const ELSEWHERE: ReadonlySet<string> = new Set(SCRIPTS.flatMap(({ languages }) => languages));

/** The script that a text is in; undefined for Latin letters and for scripts that tell nothing. */
export function scriptOf(text: string): Script | undefined {
  const letters = text.match(/\p{L}/gu) ?? [];
  return SCRIPTS.find(
    ({ letter }) => letters.filter((each) => letter.test(each)).length > MIN_SHARE * letters.length,
  );
}

/** Whether a text in that script may be in the language. */
export function isWrittenIn(tag: string, script: Script | undefined): boolean {
  return script === undefined ? !ELSEWHERE.has(tag) : script.languages.includes(tag);
}
