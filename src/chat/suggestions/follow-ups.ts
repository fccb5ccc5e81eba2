import { questionForm } from '../../answering/questions/question-form.js';
import { terms } from '../../language/tokenize.js';
import type { IndexedParagraph, SearchIndex } from '../../ports/search-index.js';
import { publicQuestions } from './public-questions.js';
import { sectionQuestions } from './section-questions.js';

const COUNT = 3;
/**
 * Two questions ask the same where they share this much of the words of the shorter one: two of
 * three, but not one of two.
 */
const SAME_SHARE = 0.6;

export interface Conversation {
  /** Paragraphs that the reply shows, most important first. */
  readonly shown: readonly { readonly documentId: string; readonly paragraph: string }[];
  /** What the visitor has asked so far, oldest first. */
  readonly asked: readonly string[];
  /** Ids of the documents that the visitor stays within; all where absent. */
  readonly within?: ReadonlySet<string> | undefined;
  /** Whether a question may be offered at all. */
  readonly mayOffer?: ((question: string) => boolean) | undefined;
}

/**
 * Up to three short questions to go on with, from the expansions of the paragraphs shown and then
 * of their neighbours: one of each in turn, none that was asked already, no two alike. Of a text that
 * has no such questions, from its headings. Empty where it has neither.
 */
export async function suggestFollowUps(
  index: Pick<SearchIndex, 'paragraphsOf' | 'vocabulary'>,
  { shown, asked, within, mayOffer = () => true }: Conversation,
): Promise<string[]> {
  const ids = [...new Set(shown.map(({ documentId }) => documentId))];
  const paragraphs = (await Promise.all(ids.map((id) => index.paragraphsOf(id)))).flat();
  const cited = shown.flatMap(
    (place) =>
      paragraphs.find(
        ({ document, paragraph }) =>
          document.id === place.documentId && paragraph.label === place.paragraph,
      ) ?? [],
  );
  const around = [
    ...new Set([...cited, ...cited.flatMap((paragraph) => neighboursOf(paragraph))]),
  ].filter(({ document }) => within?.has(document.id) !== false);
  const form = questionForm(asked.at(-1) ?? '');
  // "Which city?" and "Where?", asked of one paragraph, are one question, however little their
  // words have in common.
  const isNew = (question: string, paragraph: IndexedParagraph): boolean =>
    !cited.includes(paragraph) || form === 'what' || questionForm(question) !== form;
  const questions = around.map((paragraph) =>
    publicQuestions(index, paragraph).filter(
      (question) => mayOffer(question) && isNew(question, paragraph),
    ),
  );
  const known = asked.map((question) => new Set(terms(question)));
  const picked: string[] = [];
  for (let turn = 0; turn < Math.max(0, ...questions.map(({ length }) => length)); turn++) {
    for (const question of questions.flatMap((own) => own[turn] ?? [])) {
      const asks = new Set(terms(question));
      if (asks.size === 0 || known.some((other) => alike(asks, other))) continue;
      known.push(asks);
      if (picked.push(question) === COUNT) return picked;
    }
  }
  return picked.length > 0 ? picked : otherSections(index, { cited, asked, within, mayOffer });
}

/** What stands in the other parts of the text, where nobody has written questions for it. */
function otherSections(
  index: Pick<SearchIndex, 'vocabulary'>,
  {
    cited: [first],
    asked,
    within,
    mayOffer = () => true,
  }: Omit<Conversation, 'shown'> & { readonly cited: readonly IndexedParagraph[] },
): string[] {
  if (first === undefined || within?.has(first.document.id) === false) return [];
  const { siblings } = first;
  if (siblings.some((paragraph) => publicQuestions(index, paragraph).length > 0)) return [];
  return sectionQuestions(siblings, first)
    .filter((question) => mayOffer(question) && !asked.includes(question))
    .slice(0, COUNT);
}

/** The paragraph after and the one before, in the same text. */
function neighboursOf({ number, siblings }: IndexedParagraph): IndexedParagraph[] {
  return [number + 1, number - 1].flatMap(
    (beside) => siblings[beside - (siblings[0]?.number ?? 0)] ?? [],
  );
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((term) => b.has(term)).length;
  return shared >= SAME_SHARE * Math.min(a.size, b.size) && shared > 0;
}
