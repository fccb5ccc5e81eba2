/**
 * The fragment that leads to a paragraph, percent-encoded where a URL needs it: `22` → `p22`,
 * `26.3` → `p26.3`, `preamble-3` and `IX.1` as they are. Also the `id` of the paragraph's element,
 * as browsers look that up undecoded first.
 */
export function paragraphAnchor(label: string): string {
  // encodeURIComponent throws on half a surrogate pair, which no label that readStructure makes
  // holds.
  const wellFormed = label.replace(/\p{Surrogate}/gu, '\uFFFD');
  return encodeURIComponent(/^\d/.test(wellFormed) ? `p${wellFormed}` : wellFormed);
}

/** The permanent address of a paragraph, relative to the server: `/documents/dushanbe-2021#p22`. */
export function paragraphUrl(paragraph: {
  readonly documentId: string;
  readonly label: string;
}): string {
  return `/documents/${encodeURIComponent(paragraph.documentId)}#${paragraphAnchor(paragraph.label)}`;
}
