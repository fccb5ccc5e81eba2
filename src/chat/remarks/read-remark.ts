import { knownTexts } from '../../answering/document-questions/known-texts.js';
import { LANGUAGES } from '../../language/languages.js';
import { normalizeForSearch } from '../../language/normalize.js';
import { REMARK_KINDS, type RemarkKind } from '../../language/rules/remark-rules.js';
import { detectLanguage } from '../../language/detect-language.js';
import { isStopWord, stem, words } from '../../language/tokenize.js';
import { cosine } from '../../ranking/cosine.js';
import type { QuestionEncoder } from '../../ports/encoder.js';
import { referencesIn } from '../../retrieval/query/places/references.js';
import type { SearchIndex } from '../../ports/search-index.js';

/** What was said to the service itself, and the BCP 47 tag of the language it was said in. */
export interface Remark {
  readonly kind: RemarkKind;
  readonly language: string;
}

/** Undefined where something is asked of the texts, as mostly. */
export type ReadRemark = (message: string) => Promise<Remark | undefined>;

interface Prototype {
  /** Absent where it is an ordinary question. */
  readonly kind: RemarkKind | undefined;
  readonly language: string;
  readonly text: string;
}

/** More words ask something. By hand. */
const MAX_WORDS = 9;
/**
 * Cosine with the nearest prototype, of the model that ships. Of 1,880 questions of so few words, one
 * is nearer to any ("hi there, how are you today?"); nine in ten remarks in other words than the
 * prototypes' are.
 */
const MIN_SIMILARITY = 0.62;
/** Prototypes of it are compared in whatever language somebody speaks. */
const COMMON_LANGUAGE = 'en';
/** In capitals, or with a number: something is asked of that name. */
const NAMES_SOMETHING = /\p{N}|(?<=\p{L}\P{L})\p{Lu}{2}/u;

const PROTOTYPES: readonly Prototype[] = LANGUAGES.flatMap(({ tag, remarks }) =>
  remarks === undefined
    ? []
    : [
        ...REMARK_KINDS.flatMap((kind) =>
          remarks.prototypes[kind].map((text) => ({ kind, language: tag, text })),
        ),
        ...remarks.ordinary.map((text) => ({ kind: undefined, language: tag, text })),
      ],
);
const BY_WORDS = new Map(PROTOTYPES.toReversed().map((each) => [keyOf(each.text), each]));
const KNOWN_STEMS = new Set(PROTOTYPES.flatMap(({ text }) => words(text).map(stem)));

/**
 * By the words first, which cost nothing: a remark in words of a prototype, and no remark where it is
 * long or speaks of what the texts speak of. Then by the nearest prototype in its language, unless an
 * ordinary question is nearer.
 */
export function createRemarkReader({
  index,
  embeddings,
}: {
  readonly index: Pick<SearchIndex, 'documents' | 'languages' | 'vocabulary'>;
  readonly embeddings: QuestionEncoder;
}): ReadRemark {
  const texts = knownTexts(index);
  const asksOfTexts = (word: string): boolean =>
    !isStopWord(word) && !KNOWN_STEMS.has(stem(word)) && texts.holds(stem(word));
  const vectorsIn = rememberVectors(embeddings);
  return async (message) => {
    const same = BY_WORDS.get(keyOf(message));
    if (same !== undefined) return remarkOf(same, same.language);
    const said = words(message);
    if (said.length === 0 || said.length > MAX_WORDS || namesSomething(message)) return undefined;
    const text = normalizeForSearch(message);
    if (said.some(asksOfTexts) || !embeddings.understands(text)) return undefined;
    const language = detectLanguage(message, {
      languages: index.languages,
      holds: (word) => texts.holds(stem(word)),
    });
    const vector = await embeddings.embedQuery(text);
    const near = (await vectorsIn(new Set([language, COMMON_LANGUAGE])))
      .map(({ prototype, vector: other }) => ({ prototype, similarity: cosine(vector, other) }))
      .sort((a, b) => b.similarity - a.similarity);
    const [best] = near;
    if (best === undefined || best.similarity < MIN_SIMILARITY) return undefined;
    const isSpoken = PROTOTYPES.some((each) => each.language === language);
    return remarkOf(best.prototype, isSpoken ? language : best.prototype.language);
  };
}

interface EmbeddedPrototype {
  readonly prototype: Prototype;
  readonly vector: readonly number[];
}

/** Those of a language are embedded when it is first spoken: some tenths of a second. */
function rememberVectors(
  embeddings: QuestionEncoder,
): (languages: ReadonlySet<string>) => Promise<EmbeddedPrototype[]> {
  const known = new Map<string, Promise<EmbeddedPrototype[]>>();
  const embedAll = async (language: string): Promise<EmbeddedPrototype[]> => {
    const embedded: EmbeddedPrototype[] = [];
    for (const prototype of PROTOTYPES.filter((each) => each.language === language)) {
      const vector = await embeddings.embedQuery(normalizeForSearch(prototype.text));
      embedded.push({ prototype, vector });
    }
    return embedded;
  };
  return async (languages) => {
    const all = [...languages].map((language) => {
      const embedded = known.get(language);
      if (embedded !== undefined) return embedded;
      const vectors = embedAll(language);
      known.set(language, vectors);
      vectors.catch(() => known.delete(language));
      return vectors;
    });
    return (await Promise.all(all)).flat();
  };
}

function namesSomething(message: string): boolean {
  return NAMES_SOMETHING.test(message) || referencesIn(message).length > 0;
}

function keyOf(text: string): string {
  return words(text).join(' ');
}

function remarkOf({ kind }: Prototype, language: string): Remark | undefined {
  return kind === undefined ? undefined : { kind, language };
}
