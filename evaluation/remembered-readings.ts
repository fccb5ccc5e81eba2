import type { PassageReader, PassageReading } from '../src/ports/passage-reader.js';

/**
 * Has every passage read once for a question: that is nearly all the work of an answer, and a judged
 * question is both searched for and answered.
 */
export function rememberReadings(reader: PassageReader): PassageReader {
  const readings = new Map<string, Promise<PassageReading[]>>();
  const readOne = (question: string, passage: readonly string[]): Promise<PassageReading[]> => {
    const key = JSON.stringify([question, passage]);
    let read = readings.get(key);
    if (read === undefined) {
      read = reader.read(question, [passage]);
      readings.set(key, read);
    }
    return read;
  };
  return {
    reads: (language) => reader.reads(language),
    isWord: (word) => reader.isWord(word),
    read: async (question, passages) =>
      (await Promise.all(passages.map((passage) => readOne(question, passage)))).flat(),
  };
}
