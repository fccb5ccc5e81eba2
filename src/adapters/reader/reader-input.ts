import type { TokenSequence } from '../encoder/run-tokens.js';

/** Ids of the marks that a reader was trained with, and how much it reads at once. */
export interface ReaderFrame {
  /** At the beginning; the reading of the whole passage stands there. */
  readonly classify: number;
  /** After the question and after each sentence; the reading of the sentence stands there. */
  readonly separate: number;
  readonly maxTokens: number;
  readonly maxQuestionTokens: number;
  readonly maxSentenceTokens: number;
}

/** A part of a passage that is read at once. */
export interface ReaderWindow extends TokenSequence {
  /** Place of its first sentence in the passage. */
  readonly first: number;
  /** Places, among the tokens, of the marks after its sentences, in order; at least one. */
  readonly marks: readonly number[];
}

/**
 * `[CLS] question [SEP] sentence [SEP] sentence [SEP] …`, the type 1 after the first `[SEP]`. A
 * passage that is too long for one window goes on in the next; a sentence that is too long for any
 * is cut.
 */
export function readerWindows(
  question: readonly number[],
  sentences: readonly (readonly number[])[],
  frame: ReaderFrame,
): ReaderWindow[] {
  const asked = [frame.classify, ...question.slice(0, frame.maxQuestionTokens), frame.separate];
  const room = Math.min(frame.maxSentenceTokens, frame.maxTokens - asked.length - 1);
  const windows: { ids: number[]; first: number; marks: number[] }[] = [];
  sentences.forEach((sentence, place) => {
    const read = [...sentence.slice(0, room), frame.separate];
    let window = windows.at(-1);
    if (window === undefined || window.ids.length + read.length > frame.maxTokens) {
      window = { ids: [...asked], first: place, marks: [] };
      windows.push(window);
    }
    window.ids.push(...read);
    window.marks.push(window.ids.length - 1);
  });
  return windows.map((window) => ({
    ...window,
    types: window.ids.map((_, i) => Number(i >= asked.length)),
  }));
}
