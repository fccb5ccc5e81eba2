import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const TOKENIZER_FILE = 'tokenizer.json';
/** How a tokenizer tells the beginning of a word from its middle. */
const tokenizerSchema = z.object({
  normalizer: z.unknown(),
  pre_tokenizer: z.unknown(),
  model: z.object({
    type: z.string().optional(),
    continuing_subword_prefix: z.string().nullish(),
    vocab: z.unknown(),
  }),
});

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const LETTERS_AND_DIGITS = /[\p{L}\p{N}]/gu;
const WORD_BEGINS = '▁';

interface Marks {
  /** Stands before a piece that begins a word, and before one that goes on with it. */
  readonly begins: string;
  readonly continues: string;
  readonly lowerCase: boolean;
}

/**
 * The pieces of a model's tokenizer, read from its file without the engine that runs the model: of
 * the whole words of the multilingual model, all but ten emoji and fragments come out as from the
 * tokenizer itself.
 */
export class Vocabulary {
  readonly #pieces: ReadonlySet<string>;
  readonly #marks: Marks | undefined;

  private constructor(pieces: ReadonlySet<string>, marks: Marks | undefined) {
    this.#pieces = pieces;
    this.#marks = marks;
  }

  /**
   * Takes some 50 ms for a vocabulary of 130,000 pieces.
   * @param folder that of the model
   * @throws where `tokenizer.json` is missing or is none
   */
  static async read(folder: string): Promise<Vocabulary> {
    return Vocabulary.#of(await readFile(join(folder, TOKENIZER_FILE), 'utf8'));
  }

  /** {@link read} for whoever seldom asks for words, and nobody waits meanwhile. */
  static readNow(folder: string): Vocabulary {
    return Vocabulary.#of(readFileSync(join(folder, TOKENIZER_FILE), 'utf8'));
  }

  static #of(json: string): Vocabulary {
    const tokenizer = tokenizerSchema.parse(JSON.parse(json));
    return new Vocabulary(new Set(piecesOf(tokenizer.model.vocab)), marksOf(tokenizer));
  }

  /** Whether this one word is a piece; `true` for tokenizers that do not tell words apart. */
  isWord(word: string): boolean {
    if (this.#marks === undefined) return true;
    const { begins } = this.#marks;
    const written = this.#written(word);
    return LETTER_OR_DIGIT.test(written) && this.#pieces.has(begins + written);
  }

  /** Whether any letter or digit of the text is a piece. */
  understands(text: string): boolean {
    if (this.#marks === undefined) return LETTER_OR_DIGIT.test(text);
    const { begins, continues } = this.#marks;
    return (
      this.#written(text)
        .match(LETTERS_AND_DIGITS)
        ?.some((sign) => this.#pieces.has(begins + sign) || this.#pieces.has(continues + sign)) ??
      false
    );
  }

  #written(text: string): string {
    const composed = text.normalize('NFKC');
    if (this.#marks?.lowerCase !== true) return composed;
    return composed
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '');
  }
}

/**
 * A unigram model lists each piece with its score, the others map each to its number. Looked at by
 * hand: a schema takes as long over a hundred thousand as all the rest.
 */
function piecesOf(vocab: unknown): readonly string[] {
  if (typeof vocab !== 'object' || vocab === null) throw new Error('There is no vocabulary.');
  if (!Array.isArray(vocab)) return Object.keys(vocab);
  return vocab.map((entry: unknown) => {
    const piece: unknown = Array.isArray(entry) ? entry[0] : undefined;
    if (typeof piece !== 'string') throw new Error('A piece of the vocabulary is no text.');
    return piece;
  });
}

function marksOf({
  model,
  normalizer,
  pre_tokenizer: preTokenizer,
}: z.infer<typeof tokenizerSchema>): Marks | undefined {
  const lowerCase = /"lowercase":true|"Lowercase"/u.test(JSON.stringify(normalizer ?? null));
  if (typeof model.continuing_subword_prefix === 'string') {
    return { begins: '', continues: model.continuing_subword_prefix, lowerCase };
  }
  if (/"Metaspace"/u.test(JSON.stringify(preTokenizer ?? null))) {
    return { begins: WORD_BEGINS, continues: '', lowerCase };
  }
  return undefined;
}
