import { TransformersEncoder } from '../src/adapters/encoder/transformers-encoder.js';
import { TransformersReader } from '../src/adapters/reader/transformers-reader.js';
import { READER_DIR, MODELS_DIR, SHIPPED_MODEL } from '../src/composition/shipped-files.js';
import { openJudge } from './model-outputs/open-judge.js';
import { replay } from './model-outputs/replay.js';
import { readReplayed, type ReplayedSentence } from './model-outputs/replayed.js';
import { quantile, rounded } from './quantiles.js';

/** What became of the sentences of one kind. */
export interface RepliesRow {
  readonly kind: string;
  readonly sentences: number;
  readonly kept: number;
  readonly replaced: number;
  /** Neither: nothing of the texts comes near. */
  readonly dropped: number;
  readonly 'share kept': number;
}

/** Milliseconds that it took to judge one sentence, its vector included. */
interface Timing {
  readonly p50: number;
  readonly p99: number;
}

/** Plays sentences of chat models, true and false ones, and counts what is kept of each kind. */
export async function benchReplies(): Promise<{
  readonly rows: readonly RepliesRow[];
  readonly ms: Timing;
  /** Faithful ones that were not kept, and false ones that were. */
  readonly wrong: readonly ReplayedSentence[];
}> {
  const encoder = await TransformersEncoder.load({
    model: SHIPPED_MODEL,
    modelsDirectory: MODELS_DIR,
  });
  const opened = await openJudge(encoder, await TransformersReader.load(READER_DIR));
  const played: { sentence: ReplayedSentence; outcome: string }[] = [];
  const times: number[] = [];
  for (const sentence of readReplayed()) {
    const start = performance.now();
    const judged = await replay(opened, sentence);
    times.push(performance.now() - start);
    const outcome =
      judged.kind === 'borne-out'
        ? 'kept'
        : judged.kind === 'not-borne-out' && judged.instead !== undefined
          ? 'replaced'
          : 'dropped';
    played.push({ sentence, outcome });
  }
  const groupsOf = ({
    sentence: { faithful, language, kind },
  }: (typeof played)[number]): string[] => {
    const side = faithful ? 'true' : 'false';
    return [`${side}, ${language}: ${kind}`, `${side}, ${language}`];
  };
  const rows = [...new Set(played.flatMap(groupsOf))].sort().map((group): RepliesRow => {
    const some = played.filter((one) => groupsOf(one).includes(group));
    const count = (outcome: string): number => some.filter((one) => one.outcome === outcome).length;
    return {
      kind: group,
      sentences: some.length,
      kept: count('kept'),
      replaced: count('replaced'),
      dropped: count('dropped'),
      'share kept': rounded(count('kept') / some.length, 3),
    };
  });
  return {
    rows,
    ms: { p50: rounded(quantile(times, 0.5), 1), p99: rounded(quantile(times, 0.99), 1) },
    wrong: played
      .filter(({ sentence, outcome }) => sentence.faithful !== (outcome === 'kept'))
      .map(({ sentence }) => sentence),
  };
}
