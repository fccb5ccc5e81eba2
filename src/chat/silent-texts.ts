import { shortNames } from '../documents/short-names.js';
import { filled, placePhrasesIn } from '../language/place-phrases.js';
import type { Aspect } from '../retrieval/aspect.js';
import type { Retrieval } from '../retrieval/retriever.js';
import type { SearchIndex } from '../ports/search-index.js';

/** A text that was asked the same as others, and does not answer it. */
export interface SilentText {
  readonly documentId: string;
  readonly name: string;
  /** That it says nothing, in the language of the question. */
  readonly notice: string;
  readonly aspect: Aspect;
}

/** @param unanswered what was asked beside what is answered */
export function silentTexts(
  { documents }: Pick<SearchIndex, 'documents'>,
  {
    retrieval: { aspects, language },
    unanswered,
  }: { readonly retrieval: Retrieval; readonly unanswered: readonly Aspect[] },
): SilentText[] {
  const names = shortNames(documents);
  return unanswered.flatMap((aspect) => {
    const documentId = ownTextOf(aspect, aspects);
    if (documentId === undefined) return [];
    const name = names.get(documentId) ?? '';
    const notice = filled(placePhrasesIn(language).saysNothing, { title: name });
    return [{ documentId, name, notice, aspect }];
  });
}

/** Id of the document that an aspect is about, where the others are about other ones. */
function ownTextOf(aspect: Aspect, aspects: readonly Aspect[]): string | undefined {
  const [text, ...more] = textsOf(aspect);
  const others = aspects.filter((other) => other !== aspect);
  return more.length === 0 && others.every((other) => !textsOf(other).includes(text ?? ''))
    ? text
    : undefined;
}

function textsOf({ evidence }: Aspect): string[] {
  return [...new Set(evidence.map(({ paragraph }) => paragraph.document.id))];
}
