import { showPlain } from '../../documents/show-plain.js';
import type { Candidate } from './candidate.js';
import type { CandidateList, PickedExcerpts } from './pick-excerpts.js';
import type { ChosenBecause } from './selection.js';
import { wordingOf, type PlacedSentence } from './sentence.js';

/** A sentence that was looked at for an answer, and what became of it. */
export interface SentenceTrace {
  readonly documentId: string;
  /** Label of its paragraph. */
  readonly paragraph: string;
  /** Its place in the paragraph, from 1 on. */
  readonly sentence: number;
  /** Without line breaks and emphasis marks. */
  readonly text: string;
  /** Absent for what did not compete: it belongs to what was chosen, or to a place that is named. */
  readonly candidate?: CandidateTrace;
  /** Why it would be quoted; absent where it is not. */
  readonly because?: ChosenBecause;
}

/** What a sentence competed with; see `Candidate`. */
export interface CandidateTrace
  extends
    Pick<Candidate, 'score' | 'paragraphScore' | 'ownScore'>,
    Pick<CandidateList, 'remainder'> {
  /** Which of the things asked it was wanted for, from 1 on. */
  readonly aspect: number;
}

/** Candidates, best first, then what was chosen without having competed. */
export function traceSentences({ candidates, chosen }: PickedExcerpts): SentenceTrace[] {
  const reasons = new Map(chosen.map(({ because, ...place }) => [keyOf(place), because]));
  const traced = new Map<string, SentenceTrace>();
  const competing = candidates.flatMap(({ aspect, remainder, sentences }) =>
    sentences.map((sentence) => ({ sentence, aspect: aspect + 1, remainder })),
  );
  for (const { sentence, aspect, remainder } of competing.toSorted(
    (a, b) => b.sentence.score - a.sentence.score,
  )) {
    const key = keyOf(sentence);
    // Wanted for several things: where it did best.
    if (traced.has(key)) continue;
    const { score, paragraphScore, ownScore } = sentence;
    traced.set(key, {
      ...describe(sentence),
      candidate: { aspect, remainder, score, paragraphScore, ownScore },
      ...becauseOf(reasons.get(key)),
    });
  }
  for (const sentence of chosen) {
    const key = keyOf(sentence);
    if (!traced.has(key)) {
      traced.set(key, { ...describe(sentence), ...becauseOf(sentence.because) });
    }
  }
  return [...traced.values()];
}

function becauseOf(because: ChosenBecause | undefined): Pick<SentenceTrace, 'because'> {
  return because === undefined ? {} : { because };
}

function describe(
  sentence: PlacedSentence,
): Pick<SentenceTrace, 'documentId' | 'paragraph' | 'sentence' | 'text'> {
  const { document, paragraph } = sentence.paragraph;
  return {
    documentId: document.id,
    paragraph: paragraph.label,
    sentence: sentence.place + 1,
    text: showPlain(wordingOf(sentence)),
  };
}

function keyOf({ paragraph, place }: PlacedSentence): string {
  return `${paragraph.number} ${place}`;
}
