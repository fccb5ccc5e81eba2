import { normalizeForSearch } from '../language/normalize.js';
import { primaryTag } from '../language/primary-tag.js';
import type { PassageReader, PassageReading } from '../ports/passage-reader.js';
import type { IndexedParagraph, SearchIndex } from '../ports/search-index.js';
import type { LoadedAspect } from './load.js';
import type { AspectPlan } from './query/plan-aspects.js';
import { mapAspects, type SubQuestion } from './query/sub-question.js';
import { byScore, weightedScore, type Evidence, type Weights } from './search/evidence.js';
import { nearestSentence, similarityTo } from './search/signals.js';
import {
  ANSWERING_LOGIT,
  FIRST_READ,
  MAX_READ_PARAGRAPHS,
  MAX_READ_SENTENCES,
  READ_PARAGRAPHS,
  READING_RANGE,
} from './settings.js';

export interface ReadOptions {
  readonly index: SearchIndex;
  /** Absent where none reads the language of the question. */
  readonly reader: PassageReader | undefined;
  readonly weights: Weights;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Has the reader look at the best paragraphs of each thing asked. The halves of a question that may
 * be split go by what it makes of the whole.
 */
export async function read(
  loaded: readonly SubQuestion<LoadedAspect>[],
  { reader, signal, ...options }: ReadOptions,
): Promise<readonly SubQuestion<LoadedAspect>[]> {
  if (reader === undefined) return loaded;
  const parts = loaded.filter(({ ranksOnly }) => ranksOnly !== true).length;
  const share = Math.min(READ_PARAGRAPHS, Math.floor(MAX_READ_PARAGRAPHS / Math.max(1, parts)));
  const read: SubQuestion<LoadedAspect>[] = [];
  for (const subQuestion of loaded) {
    signal?.throwIfAborted();
    const count = subQuestion.ranksOnly === true ? READ_PARAGRAPHS : share;
    const readings = await readBest(subQuestion.whole, { reader, count, index: options.index });
    read.push(
      ...mapAspects([subQuestion], (aspect) => ({
        ...aspect,
        evidence: aspect.evidence.map((found) =>
          withReading(found, readings.get(found.paragraph), options.weights),
        ),
      })),
    );
  }
  return read;
}

/** Some of the best are read; the others only where none of these answers. */
async function readBest(
  aspect: LoadedAspect,
  {
    reader,
    count,
    index,
  }: { readonly reader: PassageReader; readonly count: number; readonly index: SearchIndex },
): Promise<Map<IndexedParagraph, PassageReading>> {
  const best = aspect.evidence
    .filter(({ paragraph }) => reader.reads(primaryTag(paragraph.document.language)))
    .sort(byScore)
    .slice(0, count);
  const readings = new Map<IndexedParagraph, PassageReading>();
  for (const some of [best.slice(0, FIRST_READ), best.slice(FIRST_READ)]) {
    if (some.length === 0) break;
    const parts = some.map(({ paragraph }) => partToRead(index, aspect, paragraph));
    const made = await reader.read(
      askedBy(aspect.plan),
      parts.map(({ sentences }) => sentences),
    );
    some.forEach(({ paragraph }, i) => {
      const [reading, part] = [made[i], parts[i]];
      if (reading !== undefined && part !== undefined) {
        readings.set(paragraph, placed(reading, part));
      }
    });
    if (made.some(({ passage }) => passage >= ANSWERING_LOGIT)) break;
  }
  return readings;
}

/** 0 to 1. */
export function readingOf(logit: number): number {
  const { from, to } = READING_RANGE;
  return Math.min(1, Math.max(0, (logit - from) / (to - from)));
}

/** How surely a reading finds an answer, 0 to 1: in the whole and in its best sentence. */
export function findsAnswer({ passage, sentences }: PassageReading): number {
  // Not Math.max(...): a paragraph may have more sentences than a call has room for arguments.
  const best = sentences.reduce((most, each) => Math.max(most, each), -Infinity);
  return (readingOf(passage) + readingOf(best)) / 2;
}

/** The question as one text: what it leans on first. */
function askedBy({ texts }: AspectPlan): string {
  const [own, ...others] = texts;
  const earlier = others.filter(({ role }) => role === 'earlier-questions');
  return normalizeForSearch([...earlier, own].map(({ text }) => text).join(' '));
}

interface PartToRead {
  /** In the form in which texts are searched. */
  readonly sentences: readonly string[];
  /** Place of the first one in the paragraph. */
  readonly first: number;
  /** How many the paragraph has. */
  readonly of: number;
}

/** The whole paragraph, or of a long one what stands around the nearest sentence. */
function partToRead(
  index: SearchIndex,
  { results }: LoadedAspect,
  paragraph: IndexedParagraph,
): PartToRead {
  const { document, sentences } = paragraph;
  const [own] = results;
  const nearest =
    own === undefined ? 0 : nearestSentence(similarityTo(index, own.result.probe), paragraph);
  const first = Math.max(
    0,
    Math.min(nearest - Math.floor(MAX_READ_SENTENCES / 2), sentences.length - MAX_READ_SENTENCES),
  );
  return {
    first,
    of: sentences.length,
    sentences: sentences
      .slice(first, first + MAX_READ_SENTENCES)
      .map(({ start, end }) => normalizeForSearch(document.text.slice(start, end))),
  };
}

/** A reading of a part as one of the whole paragraph: what was not read answers nothing. */
function placed(reading: PassageReading, part: PartToRead): PassageReading {
  const sentences = new Array<number>(part.of).fill(READING_RANGE.from);
  reading.sentences.forEach((logit, i) => (sentences[part.first + i] = logit));
  return { passage: reading.passage, sentences };
}

function withReading(
  found: Evidence,
  reading: PassageReading | undefined,
  weights: Weights,
): Evidence {
  if (reading === undefined) return found;
  const signals = { ...found, read: reading, reading: findsAnswer(reading) };
  return { ...signals, score: weightedScore(signals, weights) };
}
