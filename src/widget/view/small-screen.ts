/** Where a dialog is all there is, as the stylesheets have it: phones, and pages enlarged fourfold. */
const QUERY = '(max-width: 30em), (max-height: 30em)';

export function isSmallScreen(): boolean {
  return matchMedia(QUERY).matches;
}
