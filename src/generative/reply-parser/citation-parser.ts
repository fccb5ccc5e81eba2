import { Fences } from './fences.js';
import { HiddenText } from './hidden-text.js';
import { InlineMarkup } from './inline-markup.js';
import { JsonReply } from './json-reply.js';
import { PlainCharacters } from './plain-characters.js';
import { PromptNumbers, type ShownNumbers } from './prompt-numbers.js';
import type { CharacterSink } from './character-sink.js';
import { SentenceAssembler } from './sentence-assembler.js';
import type { StatedSentence } from './stated-sentence.js';

export type { StatedSentence } from './stated-sentence.js';

/**
 * Reads a model's reply as it comes: plain sentences, and the numbers that each cites. Every
 * character goes through the sinks by itself, so that the same sentences come out however the
 * reply is cut. A sentence is released when the next has begun, since until then a marker may
 * follow; a line of markers alone belongs to the words before it.
 *
 * Markers are `[1]`, `[1][2]`, `[1, 2]`, `[1-3]`, `[^1]`, `[1†source]`, `[source 1]` and the like
 * in square, full-width or lenticular brackets, `(S1)`, `S1:` at the beginning of a line, and `S1` by
 * itself where the sentences have no such word. Brackets
 * with other words, and numbers from four digits on that name no sentence (`[1948]`), are text; any
 * other number that names none is dropped and counted. Thinking aloud, code, tags and addresses of
 * links do not come out; what stands in a fence without the name of a language, in one that names a
 * source, or in the strings of JSON, is read like the rest; code within a line comes out as text, and
 * nothing in it is a marker.
 */
export class CitationParser {
  readonly #characters = new PlainCharacters();
  readonly #sentences = new SentenceAssembler();
  readonly #sink: CharacterSink;

  constructor(numbers: ShownNumbers) {
    const { highestNumber } = numbers;
    const words = new InlineMarkup(new PromptNumbers(this.#sentences, numbers), highestNumber);
    this.#sink = new HiddenText(new Fences(new JsonReply(words, highestNumber), highestNumber));
  }

  /** Sentences that are certain to be whole, markers and all. */
  push(delta: string): StatedSentence[] {
    for (const character of this.#characters.push(delta)) this.#sink.step(character);
    return this.#sentences.take();
  }

  /** What is left when the stream has ended. */
  end(): StatedSentence[] {
    this.#sink.end();
    return this.#sentences.take();
  }
}
