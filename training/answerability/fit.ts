/**
 * Fits when to abstain, and writes src/answering/abstention/answerability-weights.ts:
 *
 * npx tsx training/answerability/fit.ts --excerpts EXCERPTS.jsonl.gz [--translations FILE.jsonl]
 *   [--check QUESTIONS.jsonl] [--only unread --only foreign]
 *
 * One model is fitted for texts with everyday questions and texts without, few and many: on the
 * excerpts that no model was trained on, each as a text of its own, all together, and among all
 * others; and on the two texts that ship, asked the questions of test/judged and of this folder. A
 * second one is for texts that the reader does not read, asked in their own language: the same
 * questions without it, and the texts of own-language.yaml. A third one is for questions in another
 * language than the texts: those of foreign.jsonl and of the translations. Each is fitted twice: for
 * encoders that compare by tokens, and for those that do not. The threshold is the
 * probability at which WRONG_REFUSAL of the answerable questions are refused, each by a model that
 * was fitted without its excerpt or, of the texts that ship, without its fold. `--check` reports on
 * questions about the texts that ship that have no part in the fit. `--only` leaves the other models
 * as they are: the one that reads takes most of the time.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  probabilityAnswerable,
  MATCH_NAMES,
  MATCH_TERMS,
  TERM_NAMES,
  termsOf,
  type AnswerabilityModel,
  type AnswerabilityModels,
  type TermName,
} from '../../src/answering/abstention/answerability-model.js';
import { ANSWERABILITY_MODELS } from '../../src/answering/abstention/answerability-weights.js';
import { loadConfig } from '../../src/bin/config/load-config.js';
import { readCorpusDocuments } from '../../src/composition/read-corpus-documents.js';
import {
  ABSENT_KIND,
  FOLDS,
  gatherRows,
  NEVER_ANSWERED,
  OWN_LANGUAGE,
  type Row,
} from './gather-rows.js';
import { readExcerpts } from './judged-excerpts.js';
import { fitLogisticRegression } from './logistic-regression.js';
import { openRememberedModels } from './remembered-models.js';
import { renderFigures } from './render-figures.js';

const KINDS = ['read', 'unread', 'foreign'] as const;
type Kind = (typeof KINDS)[number];
const SORTS = ['unmatched', 'matched'] as const satisfies readonly (keyof AnswerabilityModels)[];
type Sort = (typeof SORTS)[number];

/** Share of the answerable questions that may be refused. */
const WRONG_REFUSAL = { read: 0.05, unread: 0.15, foreign: 0.18 } as const;
/** Share that may be refused without the closest words being shown. */
const SURE_WRONG_REFUSAL = { read: 0.015, unread: 0.05, foreign: 0.05 } as const;
/**
 * What the reader would say has no part in the models for what it does not read. Shared words tell
 * only where something is near, and nothing between languages.
 */
const TERMS: Readonly<Record<Kind, readonly TermName[]>> = {
  read: TERM_NAMES.filter((name) => !MATCH_TERMS.has(name)),
  unread: [
    'similarity',
    'closeness',
    'questionSimilarity',
    'crowd',
    'similarity × similarity',
    'similarity × closeness',
    'similarity × lexical',
    'similarity × crowd',
    'closeness × closeness',
    'closeness × lexical',
    'closeness × crowd',
    'closeness × questionSimilarity',
    'questionSimilarity × questionSimilarity',
    'questionSimilarity × lexical',
  ],
  foreign: [
    'similarity',
    'closeness',
    'questionSimilarity',
    'crowd',
    'similarity × similarity',
    'similarity × questionSimilarity',
    'similarity × crowd',
    'closeness × crowd',
    'questionSimilarity × questionSimilarity',
  ],
};
/** Of what else is known where the reader reads nothing, all that goes with how tokens meet. */
const UNREAD_EVIDENCE = ['similarity', 'closeness', 'questionSimilarity', 'crowd', ...MATCH_NAMES];

/** Where tokens are compared, what that says comes to it. */
function termsFor(kind: Kind, sort: Sort): readonly TermName[] {
  if (sort === 'unmatched') return TERMS[kind];
  const ofKnown = (name: TermName): boolean =>
    kind === 'read' || name.split(' × ').every((part) => UNREAD_EVIDENCE.includes(part));
  return [...TERMS[kind], ...[...MATCH_TERMS].filter(ofKnown)];
}

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
    collection: 0.1,
    'collection off-topic': 0.1,
    'large collection': 0.1,
    'large collection off-topic': 0.1,
    'absent subject': 0.04,
    'collection, absent subject': 0.04,
    'large collection, absent subject': 0.04,
  },
  // Of each set the answerable questions weigh about as much together as the others, but three times
  // less of few paragraphs and of a large collection, where something is always near.
  unread: {
    'judged answerable': 0.46,
    'judged other': 0.1,
    answerable: 0.46,
    unanswerable: 0.1,
    'excerpts answerable': 0.15,
    'excerpts other': 0.06,
    'excerpts off-topic': 0.13,
    'small texts answerable': 0.2,
    'small texts other': 0.075,
    collection: 0.08,
    'collection off-topic': 0.075,
    'large collection': 0.08,
    'large collection off-topic': 0.23,
    'absent subject': 0.05,
    'collection, absent subject': 0.05,
    'large collection, absent subject': 0.05,
    [`${OWN_LANGUAGE} answerable`]: 3.6,
    [`${OWN_LANGUAGE} other`]: 1.35,
    [`${OWN_LANGUAGE}, few answerable`]: 6,
    [`${OWN_LANGUAGE}, few other`]: 2.1,
    [`${OWN_LANGUAGE}, many answerable`]: 1.8,
    [`${OWN_LANGUAGE}, many other`]: 0.7,
  },
  foreign: {
    foreign: 4,
    excerpts: 0.3,
    'excerpts off-topic': 0.15,
    'small texts answerable': 0.15,
    'small texts other': 0.15,
    collection: 0.1,
    'collection off-topic': 0.2,
    'large collection': 0.1,
    'large collection off-topic': 0.2,
  },
};

/** The same where tokens are compared: more is told apart, and near misses the other way round. */
const MATCHED_WEIGHTS: Readonly<Partial<Record<Kind, Readonly<Record<string, number>>>>> = {
  read: { 'judged answerable': 8, answerable: 4, 'excerpts other': 1.2 },
};
/** Of the ridge: what is told from few questions, or by few terms, is held back more. */
const PENALTY: Readonly<Record<Kind, Readonly<Record<Sort, number>>>> = {
  read: { matched: 2e-4, unmatched: 1e-3 },
  unread: { matched: 1e-3, unmatched: 1e-3 },
  foreign: { matched: 1e-3, unmatched: 1e-3 },
};

/** As many times more counts what must not be answered whatever else is. */
const NEVER_ANSWERED_WEIGHT = 3;

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

const fitted: Record<Kind, Record<Sort, AnswerabilityModel>> = {
  read: { ...ANSWERABILITY_MODELS.read },
  unread: { ...ANSWERABILITY_MODELS.unread },
  foreign: { ...ANSWERABILITY_MODELS.foreign },
};
const wanted = KINDS.filter((kind) => options.only.includes(kind));
const asked = { models, documents, excerpts: all, check: options.check };
const withReader = wanted.includes('read') ? await gatherRows({ ...asked, reading: true }) : [];
const without = wanted.some((kind) => kind !== 'read')
  ? await gatherRows({ ...asked, reading: false })
  : [];
const rowsOf: Readonly<Record<Kind, readonly Row[]>> = {
  read: withReader,
  unread: without.filter(({ foreign }) => !foreign),
  // What is absent is asked in English only, of English texts: that says nothing between languages.
  foreign: without.filter(({ set, kind }) => !set.startsWith(OWN_LANGUAGE) && kind !== ABSENT_KIND),
};
for (const kind of wanted) for (const sort of SORTS) fitAndTell(kind, sort);
writeFileSync('src/answering/abstention/answerability-weights.ts', render(fitted));
console.log('\nWrote src/answering/abstention/answerability-weights.ts');

/** Fits a model, keeps it, and says how well each row is judged by one that was fitted without it. */
function fitAndTell(kind: Kind, sort: Sort): void {
  const rows = rowsOf[kind];
  const weighed = rows.filter(({ plain, set }) => !plain && set !== 'check');
  const probabilities = outOfFold(kind, sort, weighed);
  const deserving = weighed
    .flatMap((row, i) => (countsForThreshold(kind, row) ? [probabilities[i] ?? 0] : []))
    .sort((a, b) => a - b);
  const quantile = (share: number): number =>
    deserving[Math.floor(share * deserving.length)] ?? 0.5;
  const model = {
    ...fit(kind, sort, weighed),
    minProbability: quantile(WRONG_REFUSAL[kind]),
    minUnsureProbability: quantile(SURE_WRONG_REFUSAL[kind]),
  };
  fitted[kind][sort] = model;
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
  console.log(
    `\n${kind}, ${sort}, each row by a model fitted without it\n${renderFigures(judged)}`,
  );
}

/** Of each row, by a model that was fitted without its group. */
function outOfFold(kind: Kind, sort: Sort, rows: readonly Row[]): number[] {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const foldOf = ({ group }: Row): number => groups.indexOf(group) % FOLDS;
  const probabilities = new Array<number>(rows.length).fill(0);
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fit(
      kind,
      sort,
      rows.filter((row) => foldOf(row) !== fold),
    );
    rows.forEach((row, i) => {
      if (foldOf(row) === fold) probabilities[i] = probabilityAnswerable(model, row.features);
    });
  }
  return probabilities;
}

function fit(kind: Kind, sort: Sort, rows: readonly Row[]): AnswerabilityModel {
  const names = termsFor(kind, sort);
  const places = names.map((name) => TERM_NAMES.indexOf(name));
  const { intercept, weights } = fitLogisticRegression(
    rows.map((row) => {
      const terms = termsOf(row.features);
      return {
        features: places.map((place) => terms[place] ?? 0),
        positive: row.answerable,
        weight: weightOf(kind, sort, row),
      };
    }),
    PENALTY[kind][sort],
  );
  return {
    intercept,
    weights: Object.fromEntries(names.map((name, i) => [name, weights[i] ?? 0])),
    minProbability: 0,
    minUnsureProbability: 0,
  };
}

function weightOf(kind: Kind, sort: Sort, { set, answerable, kind: asked }: Row): number {
  // Without tokens it is not told from what is answered.
  if (asked === ABSENT_KIND && sort === 'unmatched') return 0;
  const weights =
    sort === 'matched' ? { ...WEIGHTS[kind], ...MATCHED_WEIGHTS[kind] } : WEIGHTS[kind];
  const weight = weights[set] ?? weights[`${set} ${answerable ? 'answerable' : 'other'}`] ?? 1;
  return NEVER_ANSWERED.has(asked) ? weight * NEVER_ANSWERED_WEIGHT : weight;
}

/** What a model is for decides where its threshold lies. */
function countsForThreshold(kind: Kind, { answerable, foreign, set }: Row): boolean {
  if (kind === 'foreign') return answerable && foreign;
  if (kind === 'unread') return answerable && set.startsWith(OWN_LANGUAGE);
  return answerable && (set === 'judged' || set === 'excerpts');
}

function render(all: Readonly<Record<Kind, AnswerabilityModels>>): string {
  const rounded = JSON.stringify(
    all,
    (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(4)) : value),
    2,
  )
    .replaceAll('"', "'")
    .replace(/'(\w+)':/gu, '$1:');
  return (
    `import type { AnswerabilityModels } from './answerability-model.js';\n\n` +
    '/** Written by training/answerability/fit.ts; do not edit by hand. */\n' +
    'export const ANSWERABILITY_MODELS: Readonly<\n' +
    `  Record<${KINDS.map((kind) => `'${kind}'`).join(' | ')}, AnswerabilityModels>\n> = ${rounded};\n`
  );
}
