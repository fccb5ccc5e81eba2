import type { Excerpt } from '../answering/quoting/excerpt.js';
import { showPlain } from '../documents/show-plain.js';
import { withoutEnd } from '../language/end-of.js';
import { noticeOfLanguage } from '../language/notice-of-language.js';
import { filled, placePhrasesIn } from '../language/place-phrases.js';
import type { Answer } from '../protocol.js';
import type { Aspect } from '../retrieval/aspect.js';
import type { Retrieval } from '../retrieval/retriever.js';
import type { SearchIndex } from '../retrieval/search/search-index.js';
import type { Inquiry } from '../types.js';
import { silentTexts } from './silent-texts.js';

export interface NoticeOptions {
  readonly inquiry: Inquiry;
  readonly retrieval: Retrieval;
  /** What the answer quotes where it is in the texts' own words. */
  readonly excerpts: readonly Excerpt[];
  readonly mode: Answer['mode'];
  /** What was asked beside it, and is not answered. */
  readonly unanswered: readonly Aspect[];
}

/**
 * What is said beside an answer: that the question is in another language than the texts that were
 * asked, how much is left out of a place that was asked for as a whole, and what of several things
 * is not answered.
 */
export function noticeOf(
  index: Pick<SearchIndex, 'documents'>,
  options: NoticeOptions,
): string | undefined {
  const notices = [
    ofLanguage(index, options),
    ofLength(options),
    ...ofUnanswered(index, options),
  ].filter((notice) => notice !== undefined);
  return notices.length === 0 ? undefined : notices.join(' ');
}

function ofLanguage(
  { documents }: Pick<SearchIndex, 'documents'>,
  { inquiry, retrieval }: NoticeOptions,
): string | undefined {
  if (!retrieval.foreign) return undefined;
  const asked = documents.filter(({ id }) => inquiry.documents?.includes(id) !== false);
  return noticeOfLanguage(retrieval.language, [...new Set(asked.map(({ language }) => language))]);
}

function ofLength({ retrieval, excerpts, mode }: NoticeOptions): string | undefined {
  if (mode !== 'extractive') return undefined;
  const { aspects, language } = retrieval;
  const wanted = aspects.filter(({ ofNamed }) => !ofNamed).flatMap(({ named }) => named);
  const all = new Set(wanted);
  const shown = new Set(excerpts.map(({ paragraph }) => paragraph).filter((each) => all.has(each)));
  if (shown.size === 0 || shown.size === all.size) return undefined;
  const counts = { shown: String(shown.size), all: String(all.size) };
  return filled(placePhrasesIn(language).quotedInPart, counts);
}

/** A part of the question by its words; a text that was asked the same as others by its name. */
function ofUnanswered(
  index: Pick<SearchIndex, 'documents'>,
  { retrieval, unanswered, mode }: NoticeOptions,
): string[] {
  // A chat model has seen what was found for all of them.
  if (mode !== 'extractive') return [];
  const silent = silentTexts(index, { retrieval, unanswered });
  const phrases = placePhrasesIn(retrieval.language);
  return unanswered.map((aspect) => {
    const notice = silent.find((text) => text.aspect === aspect)?.notice;
    if (notice !== undefined) return notice;
    const part = withoutEnd(showPlain(aspect.probes[0]?.probe.text ?? ''), /\p{Po}/u);
    return filled(phrases.unanswered, { part });
  });
}
