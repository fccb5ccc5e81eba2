import type { QuestionEncoder } from '../ports/encoder.js';
import type { PassageReader } from '../ports/passage-reader.js';
import type { SearchIndex } from '../ports/search-index.js';
import type { Stages } from '../ports/stages.js';
import { fuse } from './fuse.js';
import { load } from './load.js';
import { standaloneQuery } from './query/follow-up.js';
import type { AspectPlan } from './query/plan-aspects.js';
import type { MayLean } from './query/plan-query.js';
import type { QuestionTargets } from './query/question-targets.js';
import { read } from './read.js';
import type { Weights } from './search/evidence.js';
import { search } from './search/search.js';
import { READ_PARAGRAPHS, TYPED_LEAD } from './settings.js';

export interface StandsAloneOptions {
  readonly index: SearchIndex;
  readonly embeddings: QuestionEncoder;
  /** Absent where none reads the language of the question. */
  readonly reader: PassageReader | undefined;
  readonly weights: Weights;
  readonly stages?: Stages | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Numbers and phrases in quotes count the same for both readings. */
const NO_TARGETS: QuestionTargets = {
  references: [],
  named: new Set(),
  sentences: new Map(),
  ofNamed: false,
  missing: [],
  leantOn: new Set(),
  phrases: [],
  holders: [],
};

/**
 * Whether a question that shows a sign of leaning is understood without what was said before: both
 * readings of it are searched for. Words of an earlier topic lead away from what a question of its
 * own finds, and to what one that leans is after.
 */
export async function standsAlone(
  { question, context, sign, language, within }: MayLean,
  options: StandsAloneOptions,
): Promise<boolean> {
  const lead = TYPED_LEAD[options.reader === undefined ? 'unread' : 'read'][sign];
  if (!Number.isFinite(lead)) return false;
  const typed = await bestScore(question, { language, within }, options);
  const full = standaloneQuery(question, context);
  const completed = await bestScore(full, { language, within }, options);
  return typed - completed > lead;
}

/** Of the best paragraph for a text. */
async function bestScore(
  text: string,
  { language, within }: Pick<MayLean, 'language' | 'within'>,
  options: StandsAloneOptions,
): Promise<number> {
  const plan = {
    language,
    targets: NO_TARGETS,
    subQuestions: [{ whole: wholePlan(text, within), splits: [] }],
  };
  const { index } = options;
  const fused = fuse(await search(plan, options));
  const loaded = await load(fused, { index, targets: NO_TARGETS, topK: READ_PARAGRAPHS });
  const [found] = await read(loaded, options);
  return Math.max(0, ...(found?.whole.evidence.map(({ score }) => score) ?? []));
}

function wholePlan(text: string, within: AspectPlan['within']): AspectPlan {
  const texts: AspectPlan['texts'] = [{ role: 'own', text, weight: 1 }];
  return {
    texts,
    within,
    preferred: undefined,
    named: [],
    sentences: new Map(),
    ofNamed: false,
  };
}
