/**
 * Fits when to abstain, and writes src/answering/abstention/answerability-weights.ts:
 *
 * npx tsx training/answerability/fit.ts --excerpts EXCERPTS.jsonl.gz [--translations FILE.jsonl]
 *   [--check QUESTIONS.jsonl] [--only unread --only foreign]
 *
 * One model is fitted for texts with everyday questions and texts without: on the excerpts that no
 * model was trained on, each as a text of its own, and on the two texts that ship, asked the
 * questions of test/judged and of this folder. A second one is for texts that the reader does not
 * read, asked in their own language: the same questions without it, and the texts of
 * own-language.yaml. A third one is for questions in another language than the texts: those of
 * foreign.jsonl and of the translations. The threshold is the probability at which WRONG_REFUSAL of
 * the answerable questions are refused, each by a model that was fitted without its excerpt or, of the texts that ship,
 * without its fold. `--check` reports on questions about the texts that ship that have no part in
 * the fit. `--only` leaves the other models as they are: the one that reads takes most of the time.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  probabilityAnswerable,
  TERM_NAMES,
  termsOf,
  type AnswerabilityModel,
  type TermName,
} from '../../src/answering/abstention/answerability-model.js';
import { ANSWERABILITY_MODELS } from '../../src/answering/abstention/answerability-weights.js';
import { loadConfig } from '../../src/bin/config.js';
import { readCorpusDocuments } from '../../src/composition/read-corpus-documents.js';
import { askTexts, type Ask, type AskedQuestion, type Outcome } from './ask-texts.js';
import { readExcerpts } from './judged-excerpts.js';
import { fitLogisticRegression } from './logistic-regression.js';
import { readOwnLanguageTexts } from './own-language-texts.js';
import { readQuestions } from './read-questions.js';
import { openRememberedModels } from './remembered-models.js';
import { renderFigures } from './render-figures.js';

const KINDS = ['read', 'unread', 'foreign'] as const;
type Kind = (typeof KINDS)[number];

const FOLDS = 5;
/** Share of the answerable questions that may be refused. */
const WRONG_REFUSAL = { read: 0.05, unread: 0.1, foreign: 0.18 } as const;
/** Share that may be refused without the closest words being shown. */
const SURE_WRONG_REFUSAL = { read: 0.015, unread: 0.05, foreign: 0.05 } as const;
/**
 * What the reader would say has no part in the models for what it does not read. In one language
 * closeness tells most: how far the nearest sentence stands out among the others depends on how many
 * there are, and shared words tell only where it does.
 */
const TERMS: Readonly<Record<Kind, readonly TermName[]>> = {
  read: TERM_NAMES,
  unread: [
    'closeness',
    'questionSimilarity',
    'similarity × lexical',
    'closeness × closeness',
    'closeness × questionSimilarity',
    'questionSimilarity × questionSimilarity',
    'questionSimilarity × lexical',
  ],
  foreign: [
    'similarity',
    'closeness',
    'questionSimilarity',
    'similarity × similarity',
    'similarity × questionSimilarity',
    'questionSimilarity × questionSimilarity',
  ],
};
/**
 * How much a question counts, 1 where not named. Those that were written to be refused are many and
 * alike; those of test/judged are few, and are what visitors ask like. Together they make answerable
 * questions weigh three times the others for the texts that ship as they do for the excerpts: else
 * that a text has everyday questions beside it would itself speak against an answer.
 */
const WEIGHTS: Readonly<Record<Kind, Readonly<Record<string, number>>>> = {
  read: {
    'judged answerable': 5,
    'judged other': 3,
    answerable: 3,
    unanswerable: 0.4,
    'excerpts off-topic': 0.12,
    'small texts answerable': 0.4,
    'small texts other': 0.15,
  },
  unread: {
    'own language answerable': 8,
    'own language other': 8,
    unanswerable: 0.4,
    excerpts: 0.3,
    'small texts answerable': 0.3,
    'small texts other': 0.15,
  },
  foreign: { foreign: 4, excerpts: 0.3 },
};

/** Paragraphs of a text that has only a few. */
const SMALL_PARAGRAPHS = 4;
/** Kinds of questions that must not be answered whatever else is: the evidence can tell. */
const NEVER_ANSWERED: ReadonlySet<string> = new Set(['off-topic', 'injection', 'adversarial']);
const NEVER_ANSWERED_WEIGHT = 3;
/** The set of own-language.yaml. */
const OWN_LANGUAGE = 'own language';

/** A question, what the product made of it, and where it is from. */
interface Row extends Outcome {
  /** Name of the set that it is of, for the figures. */
  readonly set: string;
  /** Questions of one group are never on both sides of a split. */
  readonly group: string;
}

const { values: options } = parseArgs({
  options: {
    excerpts: { type: 'string' },
    translations: { type: 'string' },
    check: { type: 'string' },
    only: { type: 'string', multiple: true, default: [...KINDS] },
  },
});
if (options.excerpts === undefined) throw new Error('Name the file of excerpts: --excerpts FILE');
const config = loadConfig(process.env);
const models = await openRememberedModels(config);
const { documents } = await readCorpusDocuments(config.corpusDir);
const all = readExcerpts(options.excerpts, options.translations);

const fitted: Record<Kind, AnswerabilityModel> = { ...ANSWERABILITY_MODELS };
const wanted = KINDS.filter((kind) => options.only.includes(kind));
const withReader = wanted.includes('read') ? await gather(true) : [];
const without = wanted.some((kind) => kind !== 'read') ? await gather(false) : [];
const rowsOf: Readonly<Record<Kind, readonly Row[]>> = {
  read: withReader,
  unread: without.filter(({ foreign }) => !foreign),
  foreign: without.filter(({ set }) => set !== OWN_LANGUAGE),
};
for (const kind of wanted) {
  const rows = rowsOf[kind];
  const weighed = rows.filter(({ plain, set }) => !plain && set !== 'check');
  const probabilities = outOfFold(kind, weighed);
  const deserving = weighed
    .flatMap((row, i) => (countsForThreshold(kind, row) ? [probabilities[i] ?? 0] : []))
    .sort((a, b) => a - b);
  const quantile = (share: number): number =>
    deserving[Math.floor(share * deserving.length)] ?? 0.5;
  const model = {
    ...fit(kind, weighed),
    minProbability: quantile(WRONG_REFUSAL[kind]),
    minUnsureProbability: quantile(SURE_WRONG_REFUSAL[kind]),
  };
  fitted[kind] = model;
  const judged = rows.map((row) => {
    const place = weighed.indexOf(row);
    // A place that is named is answered where it is there; those questions are not weighed.
    const probability =
      place !== -1
        ? (probabilities[place] ?? 0)
        : row.plain
          ? 1
          : probabilityAnswerable(model, row.features);
    return { ...row, answered: probability >= model.minProbability };
  });
  console.log(`\n${kind}, each row by a model fitted without it\n${renderFigures(judged)}`);
}
writeFileSync('src/answering/abstention/answerability-weights.ts', render(fitted));
console.log('\nWrote src/answering/abstention/answerability-weights.ts');

async function gather(reading: boolean): Promise<Row[]> {
  const rows: Row[] = [];
  const add = async (
    ask: Ask,
    questions: readonly AskedQuestion[],
    of: (i: number) => Pick<Row, 'set' | 'group'>,
  ): Promise<void> => {
    for (const [i, question] of questions.entries()) {
      rows.push({ ...(await ask(question)), ...of(i) });
    }
    console.error(`${reading ? 'read' : 'not read'}: ${rows.length} questions`);
  };
  const ask = await askTexts(documents, models, { reading });
  const sets = {
    judged: readQuestions('test/judged/questions.jsonl'),
    answerable: readQuestions('training/answerability/answerable.jsonl'),
    unanswerable: readQuestions('training/answerability/unanswerable.jsonl'),
    ...(reading ? {} : { foreign: readQuestions('training/answerability/foreign.jsonl') }),
    check: options.check === undefined ? [] : readQuestions(options.check),
  };
  for (const [set, questions] of Object.entries(sets)) {
    await add(ask, questions, (i) => ({ set, group: `fold-${i % FOLDS}` }));
  }
  const excerpts = all.filter(({ heldOut }) => heldOut || !reading);
  const offTopic = sets.unanswerable.filter(({ kind: sort }) => NEVER_ANSWERED.has(sort));
  for (const excerpt of excerpts) {
    const { id, document, questions: written, heldOut } = excerpt;
    // Of the others the reader has seen the questions, and is surer than it will be again.
    const asked = written.filter(
      ({ style }) => heldOut || (!reading && style.length === 'en'.length),
    );
    if (asked.length === 0) continue;
    const questions = asked.map(({ question, style, answerable, gold }): AskedQuestion => ({
      messages: [{ role: 'user', content: question }],
      kind: style,
      answerable,
      gold,
    }));
    await add(await askTexts([document], models, { reading }), questions, () => ({
      set: 'excerpts',
      group: id,
    }));
    // Of a text of a few paragraphs, and what has nothing to do with any.
    const small = { ...document, paragraphs: document.paragraphs.slice(0, SMALL_PARAGRAPHS) };
    const within = questions.filter(({ gold }) =>
      gold.some((quote) => small.paragraphs.some(({ text }) => text.includes(quote))),
    );
    const ofNothing = offTopic.filter((_, i) => i % excerpts.length === excerpts.indexOf(excerpt));
    for (const [set, text, some] of [
      ['excerpts off-topic', document, ofNothing],
      ['small texts', small, [...within, ...ofNothing]],
    ] as const) {
      await add(await askTexts([text], models, { reading }), some, () => ({ set, group: id }));
    }
  }
  return reading ? rows : [...rows, ...(await gatherOwnLanguage())];
}

async function gatherOwnLanguage(): Promise<Row[]> {
  const rows: Row[] = [];
  const texts = readOwnLanguageTexts('training/answerability/own-language.yaml');
  for (const { language, document, questions } of texts) {
    const ask = await askTexts([document], models, { reading: false });
    for (const question of questions) {
      rows.push({ ...(await ask(question)), set: OWN_LANGUAGE, group: language });
    }
  }
  return rows;
}

/** Of each row, by a model that was fitted without its group. */
function outOfFold(kind: Kind, rows: readonly Row[]): number[] {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const foldOf = ({ group }: Row): number => groups.indexOf(group) % FOLDS;
  const probabilities = new Array<number>(rows.length).fill(0);
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fit(
      kind,
      rows.filter((row) => foldOf(row) !== fold),
    );
    rows.forEach((row, i) => {
      if (foldOf(row) === fold) probabilities[i] = probabilityAnswerable(model, row.features);
    });
  }
  return probabilities;
}

function fit(kind: Kind, rows: readonly Row[]): AnswerabilityModel {
  const names = TERMS[kind];
  const places = names.map((name) => TERM_NAMES.indexOf(name));
  const { intercept, weights } = fitLogisticRegression(
    rows.map(({ features, answerable, set, kind: sort }) => {
      const terms = termsOf(features);
      return {
        features: places.map((place) => terms[place] ?? 0),
        positive: answerable,
        weight:
          (WEIGHTS[kind][set] ?? WEIGHTS[kind][nameOf({ set, answerable })] ?? 1) *
          (NEVER_ANSWERED.has(sort) ? NEVER_ANSWERED_WEIGHT : 1),
      };
    }),
  );
  return {
    intercept,
    weights: Object.fromEntries(names.map((name, i) => [name, weights[i] ?? 0])),
    minProbability: 0,
    minUnsureProbability: 0,
  };
}

function nameOf({ set, answerable }: Pick<Row, 'set' | 'answerable'>): string {
  return `${set} ${answerable ? 'answerable' : 'other'}`;
}

/** What a model is for decides where its threshold lies. */
function countsForThreshold(kind: Kind, { answerable, foreign, set }: Row): boolean {
  if (kind === 'foreign') return answerable && foreign;
  if (kind === 'unread') return answerable && set === OWN_LANGUAGE;
  return answerable && (set === 'judged' || set === 'excerpts');
}

function render(all: Readonly<Record<Kind, AnswerabilityModel>>): string {
  const rounded = JSON.stringify(
    all,
    (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(4)) : value),
    2,
  )
    .replaceAll('"', "'")
    .replace(/'(\w+)':/gu, '$1:');
  return (
    `import type { AnswerabilityModel } from './answerability-model.js';\n\n` +
    '/** Written by training/answerability/fit.ts; do not edit by hand. */\n' +
    'export const ANSWERABILITY_MODELS: Readonly<\n' +
    `  Record<${KINDS.map((kind) => `'${kind}'`).join(' | ')}, AnswerabilityModel>\n> = ${rounded};\n`
  );
}
