import { terms } from '../../language/tokenize.js';
import type { Aspect } from '../../retrieval/aspect.js';
import type { IndexedParagraph } from '../../ports/search-index.js';
import { QUOTING } from '../settings.js';
import type { PickedExcerpts } from './pick-excerpts.js';
import { Selection } from './selection.js';
import { wordingOf, type PlacedSentence } from './sentence.js';

/**
 * What stands at the places that are named, from the first sentence on, as much as fits; two texts
 * that are compared have as much each as one alone, more of them share that, those of the text first
 * that suits the question best.
 */
export function quoteWhole(aspects: readonly Aspect[]): PickedExcerpts {
  const selection = new Selection();
  const texts = textsOf(aspects);
  const sentences = new Map(aspects.flatMap((aspect) => [...aspect.sentences]));
  const share = Math.min(QUOTING.maxNamedWords, QUOTING.maxComparedWords / texts.length);
  texts.forEach((paragraphs, turn) => {
    const maxWords = share * (turn + 1);
    let fits = true;
    const wanted = paragraphs.flatMap((paragraph) => {
      const named = sentences.get(paragraph);
      const because = named === undefined ? ('named-place' as const) : ('named-sentence' as const);
      return sentencesOf(paragraph)
        .filter(({ place }) => named?.has(place) !== false)
        .map((sentence) => ({ sentence, because }));
    });
    for (const [i, { sentence, because }] of wanted.entries()) {
      fits &&= selection.add(sentence, { maxWords: i === 0 ? Infinity : maxWords, because });
    }
  });
  return { excerpts: selection.excerpts(texts.flat()), candidates: [], chosen: selection.chosen };
}

/** Those named, text by text. */
function textsOf(aspects: readonly Aspect[]): IndexedParagraph[][] {
  const texts = new Map<string, Set<IndexedParagraph>>();
  for (const { named, evidence } of aspects) {
    const ids = [...evidence.map(({ paragraph }) => paragraph), ...named].map(
      ({ document }) => document.id,
    );
    for (const id of new Set(ids)) {
      const here = named.filter(({ document }) => document.id === id);
      if (here.length > 0) texts.set(id, new Set([...(texts.get(id) ?? []), ...here]));
    }
  }
  return [...texts.values()].map((paragraphs) => [...paragraphs]);
}

/**
 * As much of one paragraph as fits: what shares words with the question, then how it begins, then
 * the rest; all in the order of the text.
 */
export function quoteParagraph(
  paragraph: IndexedParagraph,
  aspects: readonly Aspect[],
): PickedExcerpts {
  const selection = new Selection();
  const asked = new Set(aspects.flatMap(({ probes }) => probes[0]?.probe.terms ?? []));
  const sentences = sentencesOf(paragraph);
  const inTurn = new Set([
    ...sentences.filter((sentence) =>
      terms(wordingOf(sentence), paragraph.document.language).some((term) => asked.has(term)),
    ),
    ...sentences,
  ]);
  [...inTurn].forEach((sentence, turn) => {
    const maxWords = turn === 0 ? Infinity : QUOTING.maxNamedWords;
    selection.add(sentence, { maxWords, because: 'named-place' });
  });
  return {
    excerpts: selection.excerpts([paragraph]),
    candidates: [],
    chosen: selection.chosen,
  };
}

function sentencesOf(paragraph: IndexedParagraph): PlacedSentence[] {
  return paragraph.sentences.map((_, place) => ({ paragraph, place }));
}
