/** What a question goes through. Of some there are several, and some are part of others. */
export const STAGES = [
  /** For its turn. */
  'wait',
  /** All that follows, until the reply is made. */
  'answer',
  'plan',
  'embed',
  'search',
  /** The reader, of what was found. */
  'read',
  /** What is quoted, and whether it answers. */
  'choose',
  /** The question with what would be quoted, token by token. */
  'match',
  /** A chat model's words. */
  'provider',
  /** Whether these are borne out. */
  'verify',
] as const;
export type Stage = (typeof STAGES)[number];

/** A stage that has begun. */
export interface StageRun {
  /** Does a part of its work. */
  readonly run: <Result>(work: () => Result) => Result;
  /**
   * Counts once.
   * @param error what it failed with, where it did
   */
  readonly end: (error?: unknown) => void;
}

/** Is told of each stage as it begins; for whoever measures or traces them. Never throws. */
export interface Stages {
  readonly begin: (stage: Stage) => StageRun;
}

/** Does the work as a stage of what is asked. */
export async function during<Result>(
  stages: Stages | undefined,
  stage: Stage,
  work: () => Promise<Result>,
): Promise<Result> {
  const begun = stages?.begin(stage);
  if (begun === undefined) return work();
  try {
    const result = await begun.run(work);
    begun.end();
    return result;
  } catch (error) {
    begun.end(error);
    throw error;
  }
}

/**
 * The same items; the stage lasts from when the first is wanted until there are no more. Whoever
 * wants no more is not kept waiting by a source that is stuck.
 */
export function itemsDuring<Item>(
  stages: Stages | undefined,
  stage: Stage,
  source: AsyncIterable<Item>,
): AsyncIterable<Item> {
  if (stages === undefined) return source;
  return {
    [Symbol.asyncIterator]: () => stagedItems(stages.begin(stage), source[Symbol.asyncIterator]()),
  };
}

/** No generator: its end would wait for the item that it is at. */
function stagedItems<Item>(
  begun: StageRun,
  items: AsyncIterator<Item, unknown>,
): AsyncIterator<Item, void> {
  return {
    next: async () => {
      try {
        const next = await begun.run(() => items.next());
        if (next.done !== true) return next;
        begun.end();
        return { done: true, value: undefined };
      } catch (error) {
        begun.end(error);
        throw error;
      }
    },
    return: async () => {
      begun.end();
      await items.return?.();
      return { done: true, value: undefined };
    },
  };
}

/** Tells all of them. */
export function toldTogether(all: readonly Stages[]): Stages {
  return {
    begin: (stage) => {
      const begun = all.map((each) => each.begin(stage));
      return {
        run: (work) => begun.reduce((inner, each) => () => each.run(inner), work)(),
        end: (error) => {
          for (const each of begun) each.end(error);
        },
      };
    },
  };
}
