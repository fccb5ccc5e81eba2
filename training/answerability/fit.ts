/**
 * Fits when to abstain, and writes src/answering/abstention/answerability-weights.ts:
 *
 * npx tsx training/answerability/fit.ts [--check QUESTIONS.jsonl]
 *
 * Answerable questions are the expansion questions of the corpus, each asked of an index that does
 * not hold it (five folds), those of answerable.jsonl beside this file, and those of test/judged;
 * unanswerable ones are unanswerable.jsonl beside this file, and those of test/judged. Two models
 * are fitted: for paragraphs with expansions, and, from an index without any, for the texts that
 * people add. The threshold is the one at which WRONG_REFUSAL of the judged answerable questions
 * are refused, by models that were fitted without them. `--check` reports on a set that has no part
 * in the fit.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { withExpansions } from '../../src/adapters/corpus/expansions.js';
import { readCorpus } from '../../src/adapters/corpus/read-corpus.js';
import { toLangChainDocuments } from '../../src/adapters/index-store/langchain-documents.js';
import { ExactVectorStore } from '../../src/adapters/index-store/exact-vector-store.js';
import { TransformersEncoder } from '../../src/adapters/encoder/transformers-encoder.js';
import {
  FEATURE_NAMES,
  probabilityAnswerable,
  type AnswerabilityFeatures,
  type AnswerabilityModel,
  type FeatureName,
} from '../../src/answering/abstention/answerability-model.js';
import { answerabilityFeatures } from '../../src/answering/abstention/answerability-features.js';
import { pickExcerpts } from '../../src/answering/quoting/pick-excerpts.js';
import { loadConfig } from '../../src/bin/config.js';
import { spellingFor } from '../../src/composition/spelling-for.js';
import { bearsQuote, comparable } from '../../evaluation/gold-match.js';
import { buildIndex } from '../../src/ingestion/build-index.js';
import { DeclarationRetriever } from '../../src/retrieval/retriever.js';
import { createSearchIndex } from '../../src/retrieval/search/search-index.js';
import { readDocuments } from '../../src/ingestion/read-documents.js';
import type { ChatMessage, IndexedDocument } from '../../src/types.js';
import { fitLogisticRegression, type Sign } from './logistic-regression.js';

const FOLDS = 5;
/**
 * Without expansions evidence for a paraphrase and for an off-topic question lie nearer to each
 * other.
 */
const WRONG_REFUSAL = { expanded: 0.03, plain: 0.1 } as const;
/**
 * Judged questions are few and are what visitors ask like: each counts as several of the others.
 */
const JUDGED_WEIGHT = 4;
const MODELS = ['expanded', 'plain'] as const;
/**
 * Off-topic questions are the ones that must not be answered, and the evidence can tell; those in
 * person are few.
 */
const KIND_WEIGHTS: Readonly<Record<string, number>> = {
  'off-topic': 3,
  injection: 3,
  adversarial: 3,
  'in-person': 4,
};
/** More evidence never speaks against an answer, and what is missing never for one. */
const SIGNS: Readonly<Partial<Record<FeatureName, Sign>>> = {
  lexical: 'positive',
  partSimilarity: 'positive',
  coverage: 'positive',
  formSimilarity: 'positive',
  unknown: 'negative',
  missingNames: 'negative',
  'missing-date': 'negative',
  'missing-frequency': 'negative',
  'missing-number': 'negative',
  'missing-name': 'negative',
  asksToAct: 'negative',
  asksForRankOrPresent: 'negative',
};

interface Question {
  readonly messages: readonly ChatMessage[];
  readonly kind: string;
  readonly answerable: boolean;
  /** Words of the paragraphs that answer it; empty where they are not known. */
  readonly gold: readonly string[];
}

interface Row extends Question {
  readonly features: AnswerabilityFeatures;
  /** Whether a paragraph that answers it is among the first two found; true where none is known. */
  readonly found: boolean;
}

interface WrittenQuestion {
  readonly question: string;
  readonly kind: string;
  readonly history?: readonly ChatMessage[];
  readonly answerable?: boolean;
  readonly gold_quotes?: readonly string[];
}

type Asker = (questions: readonly Question[]) => Promise<Row[]>;

const { values: options } = parseArgs({ options: { check: { type: 'string' } } });
const config = loadConfig({ EMBEDDING_MODEL: process.env['EMBEDDING_MODEL'] });
const embeddings = await TransformersEncoder.load({
  model: config.embeddingModel,
  modelsDirectory: config.modelsDir,
});
const vectors = new Map<string, number[]>();
/** The folds share nearly all of their texts. */
const cached = {
  dimensions: embeddings.dimensions,
  understands: (text: string) => embeddings.understands(text),
  embedQuery: async (text: string): Promise<number[]> => {
    const vector = vectors.get(text) ?? (await embeddings.embedQuery(text));
    vectors.set(text, vector);
    return vector;
  },
  embedDocuments: async (texts: string[]): Promise<number[][]> => {
    const all: number[][] = [];
    for (const text of texts) all.push(await cached.embedQuery(text));
    return all;
  },
};

const { documents } = await readDocuments(config.corpusDir, { readCorpus, withExpansions });
const judged = readQuestions('test/judged/questions.jsonl');
const written = ['answerable.jsonl', 'unanswerable.jsonl'].flatMap((file) =>
  readQuestions(new URL(file, import.meta.url).pathname),
);
const checked = options.check === undefined ? [] : readQuestions(options.check);

const models: Record<string, AnswerabilityModel> = {};
for (const model of MODELS) {
  const { training, judgedRows, checkedRows } = await gather(model);
  const probabilities = new Array<number>(judgedRows.length).fill(0);
  for (let fold = 0; fold < FOLDS; fold++) {
    const fitted = fit(model, {
      training,
      judgedRows: judgedRows.filter((_, i) => i % FOLDS !== fold),
    });
    judgedRows.forEach((row, i) => {
      if (i % FOLDS === fold) probabilities[i] = probabilityAnswerable(fitted, row.features);
    });
  }
  const deserving = probabilities
    .filter((_, i) => judgedRows[i] !== undefined && deserves(model, judgedRows[i]))
    .sort((a, b) => a - b);
  const minProbability = deserving[Math.floor(WRONG_REFUSAL[model] * deserving.length)] ?? 0.5;
  const final = { ...fit(model, { training, judgedRows }), minProbability };
  models[model] = final;
  report(
    `${model}: judged (${judgedRows.length}), each row by a model fitted without it`,
    judgedRows,
    probabilities.map((p) => p >= minProbability),
  );
  if (checkedRows.length > 0) {
    report(
      `${model}: ${options.check ?? ''} (no part in the fit)`,
      checkedRows,
      checkedRows.map((row) => probabilityAnswerable(final, row.features) >= minProbability),
    );
  }
}
writeFileSync('src/answering/abstention/answerability-weights.ts', render(models));
console.log('Wrote src/answering/abstention/answerability-weights.ts');

/** Features of all questions under one kind of index. */
async function gather(
  model: (typeof MODELS)[number],
): Promise<{ readonly training: Row[]; readonly judgedRows: Row[]; readonly checkedRows: Row[] }> {
  const whole = await asker(
    model === 'expanded'
      ? documents
      : documents.map((document) => ({ ...document, expansions: {} })),
  );
  const training: Row[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const asked = [...heldOutQuestions(fold), ...written.filter((_, i) => i % FOLDS === fold)];
    const ask =
      model === 'expanded'
        ? await asker(documents.map((document) => withoutFold(document, fold)))
        : whole;
    training.push(...(await ask(asked)));
    console.error(`${model}: fold ${fold + 1} of ${FOLDS}`);
  }
  return { training, judgedRows: await whole(judged), checkedRows: await whole(checked) };
}

function fit(
  model: (typeof MODELS)[number],
  rows: { readonly training: readonly Row[]; readonly judgedRows: readonly Row[] },
): AnswerabilityModel {
  const observe = (some: readonly Row[], weight: number) =>
    some.map(({ features, kind, ...row }) => ({
      features: FEATURE_NAMES.map((name) => features[name]),
      positive: deserves(model, row),
      weight: weight * (KIND_WEIGHTS[kind] ?? 1),
    }));
  // Without expansions the form of a question has nothing to be held against: what it asks for says
  // little by itself.
  const signs = FEATURE_NAMES.map((name): Sign =>
    model === 'plain' && name.startsWith('asks-') ? 'zero' : (SIGNS[name] ?? 'any'),
  );
  const { intercept, weights } = fitLogisticRegression(
    [...observe(rows.training, 1), ...observe(rows.judgedRows, JUDGED_WEIGHT)],
    signs,
  );
  return {
    intercept,
    weights: Object.fromEntries(
      FEATURE_NAMES.map((name, i) => [name, weights[i] ?? 0]),
    ) as AnswerabilityModel['weights'],
    minProbability: 0,
  };
}

/**
 * Whether a question deserves an answer. Without expansions the right paragraph of an answerable
 * question is often not found, and the wrong one is no answer to it.
 */
function deserves(
  model: (typeof MODELS)[number],
  { answerable, found }: Pick<Row, 'answerable' | 'found'>,
): boolean {
  return answerable && (model === 'expanded' || found);
}

async function asker(content: readonly IndexedDocument[]): Promise<Asker> {
  const built = await buildIndex({ documents: content, embeddings: cached });
  const index = createSearchIndex({
    ...built,
    store: new ExactVectorStore(cached, {
      table: built.vectors,
      documents: toLangChainDocuments(built),
    }),
  });
  const retriever = new DeclarationRetriever({
    index,
    embeddings: cached,
    spelling: spellingFor(index, embeddings),
  });
  return async (questions) => {
    const rows: Row[] = [];
    for (const question of questions) {
      const retrieval = await retriever.retrieve({ messages: question.messages }, { topK: 8 });
      const first = retrieval.evidence
        .slice(0, 2)
        .map(({ paragraph: { paragraph } }) => comparable(paragraph.text));
      const found =
        question.gold.length === 0 ||
        question.gold.some((quote) => first.some((passage) => bearsQuote(passage, quote)));
      const { excerpts } = pickExcerpts(index, retrieval.aspects);
      const features = answerabilityFeatures(index, { retrieval, excerpts });
      rows.push({ ...question, found, features });
    }
    return rows;
  };
}

/** Expansion questions are dealt to the folds by their place in the paragraph's list. */
function heldOutQuestions(fold: number): Question[] {
  return documents.flatMap(({ paragraphs, expansions }) =>
    Object.entries(expansions).flatMap(([label, { questions }], paragraph) => {
      const gold = paragraphs.flatMap((each) => (each.label === label ? [each.text] : []));
      return questions
        .filter((_, i) => (i + paragraph) % FOLDS === fold)
        .map((content) => ({
          messages: [{ role: 'user' as const, content }],
          kind: 'expansion',
          answerable: true,
          gold,
        }));
    }),
  );
}

function withoutFold(document: IndexedDocument, fold: number): IndexedDocument {
  const expansions = Object.entries(document.expansions).map(([label, expansion], paragraph) => [
    label,
    {
      ...expansion,
      questions: expansion.questions.filter((_, i) => (i + paragraph) % FOLDS !== fold),
    },
  ]);
  return {
    ...document,
    expansions: Object.fromEntries(expansions) as IndexedDocument['expansions'],
  };
}

function readQuestions(path: string): Question[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const {
      question,
      kind,
      history = [],
      answerable = false,
      gold_quotes: gold = [],
    } = JSON.parse(line) as WrittenQuestion;
    return { messages: [...history, { role: 'user', content: question }], kind, answerable, gold };
  });
}

function report(title: string, rows: readonly Row[], answered: readonly boolean[]): void {
  console.log(title);
  const tell = (name: string, belongs: (row: Row) => boolean): void => {
    const places = rows.flatMap((row, i) => (belongs(row) ? [i] : []));
    const refused = places.filter((i) => answered[i] === false).length / places.length;
    console.log(`  ${name}: ${(100 * refused).toFixed(0)} % of ${places.length} refused`);
  };
  tell('answerable', ({ answerable }) => answerable);
  tell('  found', ({ answerable, found }) => answerable && found);
  tell('  not found', ({ answerable, found }) => answerable && !found);
  tell('not answered by the texts', ({ answerable }) => !answerable);
  for (const kind of new Set(rows.flatMap((row) => (row.answerable ? [] : [row.kind])))) {
    tell(`  ${kind}`, (row) => !row.answerable && row.kind === kind);
  }
}

function render(fitted: Readonly<Record<string, AnswerabilityModel>>): string {
  const rounded = JSON.stringify(
    fitted,
    (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(4)) : value),
    2,
  )
    .replaceAll('"', "'")
    .replace(/'(\w+)':/gu, '$1:');
  return (
    `import type { AnswerabilityModel } from './answerability-model.js';\n\n` +
    '/** Written by training/answerability/fit.ts; do not edit by hand. */\n' +
    `export const ANSWERABILITY_MODELS: Readonly<Record<'expanded' | 'plain', AnswerabilityModel>> = ${rounded};\n`
  );
}
