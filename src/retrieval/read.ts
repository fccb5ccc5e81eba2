import { primaryTag } from '../language/detect-language.js';
import { normalizeForSearch } from '../language/normalize.js';
import type { PassageReader, PassageReading } from '../ports/passage-reader.js';
import type { FusedAspect } from './fuse.js';
import type { AspectPlan } from './query/plan-aspects.js';
import { mapAspects, type SubQuestion } from './query/sub-question.js';
import { byScore, weightedScore, type Evidence, type Weights } from './search/evidence.js';
import type { IndexedParagraph, SearchIndex } from './search/search-index.js';
import { nearestSentence, similarityTo } from './search/signals.js';
import {
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
  fused: readonly SubQuestion<FusedAspect>[],
  { index, reader, weights, signal }: ReadOptions,
): Promise<readonly SubQuestion<FusedAspect>[]> {
  if (reader === undefined) return fused;
  const parts = fused.filter(({ ranksOnly }) => ranksOnly !== true).length;
  const room = MAX_READ_PARAGRAPHS - (parts < fused.length ? READ_PARAGRAPHS : 0);
  const share = Math.floor(room / Math.max(1, parts));
  const read: SubQuestion<FusedAspect>[] = [];
  for (const subQuestion of fused) {
    signal?.throwIfAborted();
    const { whole } = subQuestion;
    const best = whole.evidence
      .filter(({ paragraph }) => reader.reads(primaryTag(paragraph.document.language)))
      .sort(byScore)
      .slice(
        0,
        subQuestion.ranksOnly === true ? READ_PARAGRAPHS : Math.min(READ_PARAGRAPHS, share),
      );
    const toRead = best.map(({ paragraph }) => partToRead(index, whole, paragraph));
    const readings = await reader.read(
      askedBy(whole.plan),
      toRead.map(({ sentences }) => sentences),
    );
    const byParagraph = new Map(
      best.map(({ paragraph }, i) => [paragraph, placed(readings[i], toRead[i])]),
    );
    read.push(
      ...mapAspects([subQuestion], (aspect) => ({
        ...aspect,
        evidence: aspect.evidence.map((found) =>
          withReading(found, byParagraph.get(found.paragraph), weights),
        ),
      })),
    );
  }
  return read;
}

/** 0 to 1. */
export function readingOf(logit: number): number {
  const { from, to } = READING_RANGE;
  return Math.min(1, Math.max(0, (logit - from) / (to - from)));
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
  { results }: FusedAspect,
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
function placed(
  reading: PassageReading | undefined,
  part: PartToRead | undefined,
): PassageReading | undefined {
  if (reading === undefined || part === undefined) return undefined;
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
  const signals = { ...found, read: reading, reading: readingOf(reading.passage) };
  return { ...signals, score: weightedScore(signals, weights) };
}
