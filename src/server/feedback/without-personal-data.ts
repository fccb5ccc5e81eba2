/** A question is long enough to be understood by so many characters. */
const MAX_CHARACTERS = 300;
/** What stands for what was left out. */
const LEFT_OUT = '…';
const MAIL = /[^\s@<>()]{1,64}@[^\s@<>()]{1,255}/gu;
/** Numbers of telephones, cards and passports; years and articles have fewer digits. */
const LONG_NUMBER = /\+?\d(?:[ ()./-]{0,2}\d){6,30}/gu;

/** A question as it may be kept: without what visitors tell of themselves in it, where that shows. */
export function withoutPersonalData(question: string): string {
  return question
    .slice(0, MAX_CHARACTERS)
    .replace(MAIL, LEFT_OUT)
    .replace(LONG_NUMBER, LEFT_OUT)
    .replace(/\s+/gu, ' ')
    .trim()
    .toWellFormed();
}
