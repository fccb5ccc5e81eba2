import type { Citation } from '../../protocol.js';

/** As OpenAI's chat completions carry a citation of the web. */
export interface UrlCitationAnnotation {
  readonly type: 'url_citation';
  readonly url_citation: {
    /** `content.slice(start_index, end_index)` is the marker, `[1]`; UTF-16 code units. */
    readonly start_index: number;
    readonly end_index: number;
    readonly title: string;
    /** Permanent address of the paragraph. */
    readonly url: string;
  };
}

/**
 * An annotation for each marker of an answer, in their order.
 * @param address of this server, `https://chat.example.org`
 */
export function urlCitations(
  { answer, citations }: { readonly answer: string; readonly citations: readonly Citation[] },
  address: string,
): UrlCitationAnnotation[] {
  const byNumber = new Map(citations.map((citation) => [citation.number, citation]));
  return [...answer.matchAll(/\[(\d{1,4})\]/gu)].flatMap(({ 0: marker, 1: number, index }) => {
    const citation = byNumber.get(Number(number));
    if (citation === undefined) return [];
    const annotation: UrlCitationAnnotation = {
      type: 'url_citation',
      url_citation: {
        start_index: index,
        end_index: index + marker.length,
        title: `${citation.documentTitle}, ${citation.paragraph}`,
        url: address + citation.url,
      },
    };
    return [annotation];
  });
}
