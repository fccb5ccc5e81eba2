import { Presets, SingleBar } from 'cli-progress';

/** Where there is no terminal a line is printed each time this many more percent are done. */
const LINE_EVERY_PERCENT = 20;
const MEGABYTE = 1_000_000;

export interface Progress {
  /** `total` may grow meanwhile. */
  readonly update: (done: number, total: number) => void;
  readonly stop: () => void;
}

export interface ProgressOptions {
  readonly label: string;
  readonly unit: 'paragraphs' | 'questions' | 'bytes';
  /** Standard error unless given: standard output is for results. */
  readonly stream?: NodeJS.WriteStream;
}

/** A bar on a terminal, plain lines elsewhere. */
export function createProgress(options: ProgressOptions): Progress {
  const stream = options.stream ?? process.stderr;
  return stream.isTTY ? barProgress(stream, options) : lineProgress(stream, options);
}

/** Shows how far the work has come, until it has ended, well or not. */
export async function withProgress<Result>(
  options: ProgressOptions,
  work: (
    onProgress: (progress: { readonly done: number; readonly total: number }) => void,
  ) => Promise<Result>,
): Promise<Result> {
  const progress = createProgress(options);
  try {
    return await work(({ done, total }) => {
      progress.update(done, total);
    });
  } finally {
    progress.stop();
  }
}

function barProgress(stream: NodeJS.WriteStream, { label, unit }: ProgressOptions): Progress {
  const amount = (value: number): string => amountOf(value, unit);
  const bar = new SingleBar(
    {
      format: `${label} {bar} {percentage}% · {value} of {total} ${nameOf(unit)}`,
      formatValue: (value, _options, type) =>
        type === 'value' || type === 'total' ? amount(value) : String(value),
      stream,
      // Both would have to be undone when the command is interrupted.
      hideCursor: false,
      linewrap: true,
    },
    Presets.shades_classic,
  );
  let started = false;
  return {
    update: (done, total) => {
      if (!started) bar.start(total, done);
      else {
        bar.setTotal(total);
        bar.update(done);
      }
      started = true;
    },
    stop: () => {
      bar.stop();
    },
  };
}

function lineProgress(stream: NodeJS.WriteStream, { label, unit }: ProgressOptions): Progress {
  let nextPercent = LINE_EVERY_PERCENT;
  let lastTotal: number | undefined;
  return {
    update: (done, total) => {
      const percent = Math.floor((100 * done) / Math.max(1, total));
      if (lastTotal !== total) {
        nextPercent = percent - (percent % LINE_EVERY_PERCENT) + LINE_EVERY_PERCENT;
      }
      lastTotal = total;
      if (percent < nextPercent && done < total) return;
      nextPercent = percent - (percent % LINE_EVERY_PERCENT) + LINE_EVERY_PERCENT;
      stream.write(
        `${label}: ${amountOf(done, unit)} of ${amountOf(total, unit)} ${nameOf(unit)}\n`,
      );
    },
    stop: () => undefined,
  };
}

function amountOf(value: number, unit: ProgressOptions['unit']): string {
  return unit === 'bytes' ? (value / MEGABYTE).toFixed(1) : String(value);
}

function nameOf(unit: ProgressOptions['unit']): string {
  return unit === 'bytes' ? 'MB' : unit;
}
