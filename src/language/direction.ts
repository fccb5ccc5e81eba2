/** Languages that are written from right to left, by their first subtag. */
const RIGHT_TO_LEFT = /^(?:ar|arc|ckb|dv|fa|he|ps|sd|syr|ug|ur|yi)(?:[-_]|$)/iu;

/** @param language a BCP 47 tag; not all that goes for one on a page is valid */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';
}
