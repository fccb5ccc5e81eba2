import { nextTurn } from '../../concurrency/next-turn.js';
import { detectLanguage } from '../../language/detect-language.js';
import { primaryTag } from '../../language/primary-tag.js';
import { isMended } from '../../language/tokenize.js';
import type { Inquiry } from '../../types.js';
import type { ListedDocument, SearchIndex } from '../../ports/search-index.js';
import type { CondenseQuestion } from './condense-question.js';
import {
  contextOf,
  leaningSign,
  NO_CONTEXT,
  standaloneQuery,
  withinNamed,
  type Context,
  type LeaningSign,
} from './follow-up.js';
import { planAspects, type AspectPlan } from './plan-aspects.js';
import { referencesIn } from './places/references.js';
import { questionTargets, type QuestionTargets } from './question-targets.js';
import type { Correction, SpellingCorrector } from './spelling-corrector.js';
import type { SubQuestion } from './sub-question.js';

/** What a question asks for, read from its words alone: what is searched for, and where. */
export interface QueryPlan {
  /** The last message, as it was typed. */
  readonly asked: string;
  /** The same made standalone by a chat model, where one was asked and did. */
  readonly condensed: string | undefined;
  /** BCP 47 tag of the language that it is in, as far as its words tell. */
  readonly language: string;
  /** Whether that is the language of none of the texts that are searched. */
  readonly foreign: boolean;
  /** How many paragraphs the texts have that are searched. */
  readonly paragraphCount: number;
  /** What was mended in it. */
  readonly corrections: readonly Correction[];
  /** The question as it was asked, or condensed; spelling mended. */
  readonly question: string;
  /** What it leans on; nothing where it stands alone, was condensed or is taken as typed. */
  readonly context: Context;
  /** The question with what it leans on put before it. */
  readonly query: string;
  readonly targets: QuestionTargets;
  /** At least one. */
  readonly subQuestions: readonly SubQuestion<AspectPlan>[];
}

/** A question that may lean, and what on. */
export interface MayLean {
  readonly question: string;
  readonly context: Context;
  readonly sign: LeaningSign;
  /** BCP 47 tag of the question's. */
  readonly language: string;
  /** Ids of the documents to look in; all where absent. */
  readonly within: ReadonlySet<string> | undefined;
}

export interface PlanQueryOptions {
  readonly index: SearchIndex;
  readonly spelling: SpellingCorrector;
  readonly condense: CondenseQuestion | undefined;
  /** Whether such a question stands alone all the same; never where absent. */
  readonly standsAlone?: ((asked: MayLean) => Promise<boolean>) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What is looked in, and in which languages it is. */
function searchedTexts(
  index: SearchIndex,
  documents: Inquiry['documents'],
): { readonly searched: readonly ListedDocument[]; readonly languages: ReadonlySet<string> } {
  if (documents === undefined) {
    // The very list: what is made of it is remembered.
    return { searched: index.documents, languages: new Set(index.languages) };
  }
  const searched = index.documents.filter(({ id }) => documents.includes(id));
  return { searched, languages: new Set(searched.map(({ language }) => primaryTag(language))) };
}

export async function planQuery(
  { messages, documents, asTyped }: Inquiry,
  { index, spelling, condense, standsAlone, signal }: PlanQueryOptions,
): Promise<QueryPlan> {
  const asked = messages.at(-1)?.content ?? '';
  const condensed = asTyped === true ? undefined : await condense?.(messages, { signal });
  const typed = condensed ?? asked;
  const { searched, languages } = searchedTexts(index, documents);
  const language = detectLanguage(typed, {
    languages: [...languages],
    holds: (word) => spelling.holds(word),
  });
  const foreign = languages.size > 0 && !languages.has(language);
  // A word of another language is no misspelt one of the texts', nor is "Abs. 2" whatever they have.
  const isMendedHere =
    asTyped !== true && !foreign && isMended(language) && referencesIn(typed).length === 0;
  const { question, corrections } = isMendedHere
    ? spelling.mend(typed)
    : { question: typed, corrections: [] };
  const within = documents && new Set(documents);
  const sign =
    asTyped === true || condensed !== undefined ? undefined : leaningSign(question, language);
  const leant =
    sign === undefined
      ? NO_CONTEXT
      : withinNamed(contextOf(messages, language), question, searched);
  const context =
    sign === undefined ||
    leant.questions.length === 0 ||
    (await standsAlone?.({ question, context: leant, sign, language, within })) === true
      ? NO_CONTEXT
      : leant;
  await nextTurn();
  const targets = await questionTargets(question, {
    earlier: context.questions,
    searched,
    index,
  });
  await nextTurn();
  return {
    asked,
    condensed,
    language,
    foreign,
    paragraphCount:
      documents === undefined
        ? index.paragraphCount
        : searched.reduce((sum, text) => sum + text.paragraphCount, 0),
    corrections,
    question,
    context,
    query: standaloneQuery(question, context),
    targets,
    subQuestions: planAspects(question, {
      documents: searched,
      within,
      context,
      targets,
    }),
  };
}
