import type { IndexedDocument } from '../../src/types.js';
import { absentFrom } from './absent-subjects.js';
import { askTexts, type AskedQuestion, type Outcome } from './ask-texts.js';
import type { JudgedExcerpt } from './judged-excerpts.js';
import { readOwnLanguageTexts } from './own-language-texts.js';
import { readQuestions } from './read-questions.js';
import type { Models } from './remembered-models.js';

export const FOLDS = 5;
/** The kind of those of absent.jsonl. */
export const ABSENT_KIND = 'absent';
/** Kinds of questions that must not be answered whatever else is: the evidence can tell. */
export const NEVER_ANSWERED: ReadonlySet<string> = new Set([
  'off-topic',
  ABSENT_KIND,
  'injection',
  'adversarial',
]);
/** The set of own-language.yaml. */
export const OWN_LANGUAGE = 'own language';
/** The set of absent.jsonl. */
const ABSENT = 'absent subject';
/** One in so many of them is asked of each excerpt. */
const ABSENT_SHARE = 4;
/** Paragraphs of a text that has only a few. */
const SMALL_PARAGRAPHS = 4;

/** A question, what the product made of it, and where it is from. */
export interface Row extends Outcome {
  /** Name of the set that it is of, for the figures. */
  readonly set: string;
  /** Questions of one group are never on both sides of a split. */
  readonly group: string;
}

export interface GatherOptions {
  readonly models: Models;
  /** The texts that ship. */
  readonly documents: readonly IndexedDocument[];
  readonly excerpts: readonly JudgedExcerpt[];
  /** File of further questions about the texts that ship. */
  readonly check: string | undefined;
  /** Whether the reader takes part. */
  readonly reading: boolean;
}

type Place = Pick<Row, 'set' | 'group'>;

/** Asks all that abstention is fitted on. */
export async function gatherRows(options: GatherOptions): Promise<Row[]> {
  const rows: Row[] = [];
  const add = async (
    documents: readonly IndexedDocument[],
    questions: readonly AskedQuestion[],
    of: (i: number) => Place,
  ): Promise<void> => {
    if (questions.length === 0) return;
    const ask = await askTexts(documents, options.models, options);
    for (const [i, question] of questions.entries()) {
      rows.push({ ...(await ask(question)), ...of(i) });
    }
    console.error(`${options.reading ? 'read' : 'not read'}: ${rows.length} questions`);
  };
  await askShipped(add, options);
  await askExcerpts(add, options);
  await askCollections(add, options);
  if (!options.reading) await askOwnLanguage(add);
  return rows;
}

type Add = (
  documents: readonly IndexedDocument[],
  questions: readonly AskedQuestion[],
  of: (i: number) => Place,
) => Promise<void>;

async function askShipped(add: Add, { documents, reading, check }: GatherOptions): Promise<void> {
  const files = {
    judged: 'test/judged/questions.jsonl',
    answerable: 'training/answerability/answerable.jsonl',
    unanswerable: 'training/answerability/unanswerable.jsonl',
    ...(reading ? {} : { foreign: 'training/answerability/foreign.jsonl' }),
    ...(check === undefined ? {} : { check }),
  };
  for (const [set, file] of Object.entries(files)) {
    await add(documents, readQuestions(file), (i) => ({ set, group: `fold-${i % FOLDS}` }));
  }
  await addAbsent(add, documents, { set: ABSENT });
}

/** Each as a text of its own, then its first paragraphs. */
async function askExcerpts(add: Add, { excerpts, reading }: GatherOptions): Promise<void> {
  const asked = excerpts.filter(({ heldOut }) => heldOut || !reading);
  const offTopic = offTopicQuestions();
  for (const [place, excerpt] of asked.entries()) {
    const { id, document } = excerpt;
    // Of the others the reader has seen the questions, and is surer than it will be again.
    const questions = questionsOf(excerpt).filter(
      (question) => excerpt.heldOut || (!reading && isTranslated(question)),
    );
    if (questions.length === 0) continue;
    await add([document], questions, () => ({ set: 'excerpts', group: id }));
    const ofNothing = offTopic.filter((_, i) => i % asked.length === place);
    await add([document], ofNothing, () => ({ set: 'excerpts off-topic', group: id }));
    await addAbsent(add, [document], { set: ABSENT, share: ABSENT_SHARE, from: place });
    const small = firstParagraphs(document);
    const within = questions.filter((question) => answers(small, question));
    await add([small], [...within, ...ofNothing], () => ({ set: 'small texts', group: id }));
  }
}

/**
 * Those that no model was trained on as one collection, then among all others: the more texts there
 * are, the nearer comes something to any question. What one of them does not answer, another may.
 */
async function askCollections(add: Add, { excerpts }: GatherOptions): Promise<void> {
  const heldOut = excerpts.filter((excerpt) => excerpt.heldOut);
  const asked = [
    ...heldOut.flatMap((excerpt) =>
      questionsOf(excerpt)
        .filter((question) => question.answerable && !isTranslated(question))
        .map((question) => ({ question, group: excerpt.id, suffix: '' })),
    ),
    ...offTopicQuestions().map((question, i) => {
      const group = heldOut[i % heldOut.length]?.id ?? '';
      return { question, group, suffix: ' off-topic' };
    }),
  ];
  const collections = { collection: heldOut, 'large collection': excerpts };
  for (const [name, of] of Object.entries(collections)) {
    await add(
      of.map(({ document }) => document),
      asked.map(({ question }) => question),
      (i) => ({ set: `${name}${asked[i]?.suffix ?? ''}`, group: asked[i]?.group ?? '' }),
    );
    await addAbsent(
      add,
      of.map(({ document }) => document),
      { set: `${name}, ${ABSENT}` },
    );
  }
}

/** Each by itself, then its first paragraphs, then all of them as one collection. */
async function askOwnLanguage(add: Add): Promise<void> {
  const texts = readOwnLanguageTexts('training/answerability/own-language.yaml');
  for (const { language, document, questions } of texts) {
    await add([document], questions, () => ({ set: OWN_LANGUAGE, group: language }));
    const small = firstParagraphs(document);
    const within = questions.filter((asked) => answers(small, asked) || asked.kind === 'off-topic');
    await add([small], within, () => ({ set: `${OWN_LANGUAGE}, few`, group: language }));
  }
  const all = texts.flatMap(({ language, questions }) =>
    questions.map((question) => ({ question, group: language })),
  );
  await add(
    texts.map(({ document }) => document),
    all.map(({ question }) => question),
    (i) => ({ set: `${OWN_LANGUAGE}, many`, group: all[i]?.group ?? '' }),
  );
}

interface AbsentOptions {
  readonly set: string;
  /** Of all one in so many, from this one on. */
  readonly share?: number;
  readonly from?: number;
}

/** The same question is never on both sides of a split, whatever it is asked of. */
async function addAbsent(
  add: Add,
  documents: readonly IndexedDocument[],
  { set, share = 1, from = 0 }: AbsentOptions,
): Promise<void> {
  const some = absentFrom(documents).filter(({ number }) => (number + from) % share === 0);
  await add(
    documents,
    some.map(({ asked }) => asked),
    (i) => ({ set, group: `absent-${(some[i]?.number ?? 0) % FOLDS}` }),
  );
}

function firstParagraphs(document: IndexedDocument): IndexedDocument {
  return { ...document, paragraphs: document.paragraphs.slice(0, SMALL_PARAGRAPHS) };
}

function answers({ paragraphs }: IndexedDocument, { gold }: AskedQuestion): boolean {
  return gold.some((quote) => paragraphs.some(({ text }) => text.includes(quote)));
}

/** Questions that have nothing to do with any of the texts. */
export function offTopicQuestions(): AskedQuestion[] {
  return readQuestions('training/answerability/unanswerable.jsonl').filter(({ kind }) =>
    NEVER_ANSWERED.has(kind),
  );
}

/** Its kind is the tag of its language. */
function isTranslated({ kind }: AskedQuestion): boolean {
  return kind.length === 'en'.length;
}

/** What is asked of an excerpt. */
export function questionsOf({ questions }: JudgedExcerpt): AskedQuestion[] {
  return questions.map(({ question, style, answerable, gold }) => ({
    messages: [{ role: 'user', content: question }],
    kind: style,
    answerable,
    gold,
  }));
}
