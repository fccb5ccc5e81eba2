import { randomUUID } from 'node:crypto';
import type { Excerpt } from '../../answering/quoting/excerpt.js';
import { toScoredPassage } from '../../answering/to-scored-passage.js';
import { LANGUAGES } from '../../language/languages.js';
import { filled } from '../../language/place-phrases.js';
import type { RemarkKind, RemarkReplies } from '../../language/rules/remark-rules.js';
import type { ChatEvent } from '../../protocol.js';
import type { DocumentMetadata, Inquiry } from '../../types.js';
import type { AnswerDependencies } from '../answer-dependencies.js';
import { sayExtract } from '../say-answer.js';
import { suggestFollowUps } from '../suggestions/follow-ups.js';
import { startingQuestions } from '../suggestions/starting-questions.js';
import { textsNamed } from '../texts-named.js';
import { earlierAnswer, type EarlierAnswer } from './earlier-answer.js';
import { furtherExcerpts, leadingExcerpt, paragraphsAgain } from './go-on.js';
import type { Remark } from './read-remark.js';

/** Questions that are proposed; read at a glance. */
const SUGGESTIONS = 3;
/** Paragraphs that "more" may go on to. By hand. */
const TOP_K = 8;

/** Those that speak of an answer given before. */
type GoingOn = Extract<RemarkKind, 'more' | 'shorter' | 'simpler' | 'sure'>;

/** Goes on with the last answer where that is meant, in the texts' own words; else has its own word. */
export async function* answerRemark(
  dependencies: AnswerDependencies,
  inquiry: Inquiry,
  { remark, signal }: { readonly remark: Remark; readonly signal: AbortSignal },
): AsyncGenerator<ChatEvent> {
  const { index } = dependencies;
  const { kind } = remark;
  const query = inquiry.messages.at(-1)?.content ?? '';
  const earlier = goesOn(kind)
    ? await earlierAnswer(dependencies, inquiry, { topK: TOP_K, signal })
    : undefined;
  const passages = earlier?.retrieval.evidence.map(toScoredPassage) ?? [];
  yield { type: 'passages', query, passages };
  const excerpts = earlier !== undefined && goesOn(kind) ? excerptsFor(kind, earlier) : [];
  const shown = excerpts.length > 0 ? excerpts : (earlier?.picked.excerpts ?? []);
  const suggestions = await suggestionsFor(dependencies, inquiry, shown);
  const base = { id: randomUUID(), query, ...(suggestions.length > 0 ? { suggestions } : {}) };
  const replies = repliesIn(remark.language);
  if (excerpts.length > 0) {
    const said = yield* sayExtract(index, { excerpts, signal });
    const notice = kind === 'sure' ? { notice: replies.sure } : {};
    yield { type: 'answer', reply: { ...base, ...said, ...notice, answered: true } };
    return;
  }
  const documents = documentsOf(dependencies, inquiry);
  const answer = filled(replies[replyTo(kind, earlier)], {
    titles: textsNamed(documents).join('; '),
    dated: textsNamed(documents.map(dated)).join('; '),
  });
  yield { type: 'delta', text: answer };
  yield {
    type: 'answer',
    reply: {
      ...base,
      answer,
      answered: false,
      remark: true,
      mode: 'extractive',
      citations: [],
      nearest: [],
    },
  };
}

/** "River Treaty (Harbour City, 1990-05-12)". */
function dated({ title, place, date }: DocumentMetadata): Pick<DocumentMetadata, 'title'> {
  const when = [place, date].filter((known) => known !== undefined).join(', ');
  return { title: when === '' ? title : `${title} (${when})` };
}

function goesOn(kind: RemarkKind): kind is GoingOn {
  return kind === 'more' || kind === 'shorter' || kind === 'simpler' || kind === 'sure';
}

function excerptsFor(kind: GoingOn, earlier: EarlierAnswer): Excerpt[] {
  switch (kind) {
    case 'more':
      return furtherExcerpts(earlier);
    case 'shorter':
      return leadingExcerpt(earlier);
    case 'sure':
      return paragraphsAgain(earlier);
    case 'simpler':
      return [];
  }
}

function replyTo(kind: RemarkKind, earlier: EarlierAnswer | undefined): keyof RemarkReplies {
  if (!goesOn(kind)) return kind;
  if (kind === 'simpler') return 'simpler';
  return earlier === undefined ? 'nothingBefore' : 'noMore';
}

/** From the paragraphs shown, else from all texts. */
async function suggestionsFor(
  dependencies: AnswerDependencies,
  inquiry: Inquiry,
  shown: readonly Excerpt[],
): Promise<string[]> {
  const asked = inquiry.messages.filter(({ role }) => role === 'user');
  const { index, mayOffer = () => true } = dependencies;
  const within = inquiry.documents && new Set(inquiry.documents);
  const near = await suggestFollowUps(index, {
    shown: shown.map(({ paragraph: { document, paragraph } }) => ({
      documentId: document.id,
      paragraph: paragraph.label,
    })),
    asked: asked.map(({ content }) => content),
    within,
    mayOffer,
  });
  if (near.length > 0) return near;
  const starting = await startingQuestions(index, { count: 2 * SUGGESTIONS, within });
  return starting.filter(mayOffer).slice(0, SUGGESTIONS);
}

function documentsOf(
  { index }: AnswerDependencies,
  { documents }: Inquiry,
): AnswerDependencies['index']['documents'] {
  return index.documents.filter(({ id }) => documents?.includes(id) !== false);
}

function repliesIn(language: string): RemarkReplies {
  const own = LANGUAGES.find(({ tag }) => tag === language)?.remarks;
  const spoken = own ?? LANGUAGES.flatMap(({ remarks }) => remarks ?? [])[0];
  if (spoken === undefined) throw new Error('no language has replies to remarks');
  return spoken.replies;
}
