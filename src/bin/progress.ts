import { Presets, SingleBar } from 'cli-progress';
import { durationOf, Pace, rateOf } from './pace.js';

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
  /** Shows nothing, where what is written to standard error is read by programs. */
  readonly silent?: boolean;
}

/** A bar on a terminal, plain lines elsewhere. */
export function createProgress(options: ProgressOptions): Progress {
  const stream = options.stream ?? process.stderr;
  if (options.silent === true) return { update: () => undefined, stop: () => undefined };
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
      format: `${label} {bar} {percentage}% · {value} of {total} ${nameOf(unit)}{pace}`,
      formatValue: (value, _options, type) =>
        type === 'value' || type === 'total' ? amount(value) : String(value),
      stream,
      // Both would have to be undone when the command is interrupted.
      hideCursor: false,
      linewrap: true,
    },
    Presets.shades_classic,
  );
  const pace = new Pace();
  let started = false;
  return {
    update: (done, total) => {
      const payload = { pace: paceIn(pace.measure(done, total), unit) };
      if (!started) bar.start(total, done, payload);
      else {
        bar.setTotal(total);
        bar.update(done, payload);
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
  const pace = new Pace();
  return {
    update: (done, total) => {
      const measured = pace.measure(done, total);
      const percent = Math.floor((100 * done) / Math.max(1, total));
      if (lastTotal !== total) {
        nextPercent = percent - (percent % LINE_EVERY_PERCENT) + LINE_EVERY_PERCENT;
      }
      lastTotal = total;
      if (percent < nextPercent && done < total) return;
      nextPercent = percent - (percent % LINE_EVERY_PERCENT) + LINE_EVERY_PERCENT;
      const amounts = `${amountOf(done, unit)} of ${amountOf(total, unit)} ${nameOf(unit)}`;
      stream.write(`${label}: ${amounts}${paceIn(measured, unit)}\n`);
    },
    stop: () => undefined,
  };
}

function amountOf(value: number, unit: ProgressOptions['unit']): string {
  return unit === 'bytes' ? (value / MEGABYTE).toFixed(1) : String(value);
}

/** `, 41/s, 8 s left`; nothing where it is not known yet. */
function paceIn(measured: ReturnType<Pace['measure']>, unit: ProgressOptions['unit']): string {
  if (measured === undefined) return '';
  const { perSecond, secondsLeft } = measured;
  const rate = unit === 'bytes' ? `${rateOf(perSecond / MEGABYTE)} MB/s` : `${rateOf(perSecond)}/s`;
  return secondsLeft > 0 ? `, ${rate}, ${durationOf(secondsLeft)} left` : `, ${rate}`;
}

function nameOf(unit: ProgressOptions['unit']): string {
  return unit === 'bytes' ? 'MB' : unit;
}
