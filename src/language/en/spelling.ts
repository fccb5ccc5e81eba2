/** American words for those that British spelling rules do not reach. */
const SPELLING_VARIANTS: ReadonlyMap<string, string> = new Map([
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['defence', 'defense'],
  ['defences', 'defenses'],
  ['licence', 'license'],
  ['licences', 'licenses'],
  ['offence', 'offense'],
  ['offences', 'offenses'],
  ['cheque', 'check'],
  ['cheques', 'checks'],
  ['judgement', 'judgment'],
  ['judgements', 'judgments'],
]);

/**
 * One spelling for British and American: organisation, labour, centre, programme. Applied to texts
 * and questions alike.
 */
export function foldSpelling(word: string): string {
  const variant = SPELLING_VARIANTS.get(word);
  if (variant !== undefined) return variant;
  return word
    .replace(/^(\p{L}{3,})is(e|ed|es|er|ers|ing|ation|ations)$/u, '$1iz$2')
    .replace(/^(\p{L}{3,})our(s|ed|ing|er|ers|ly|able|hood|hoods|liness)?$/u, '$1or$2')
    .replace(/^(\p{L}{3,})tre(s?)$/u, '$1ter$2');
}
