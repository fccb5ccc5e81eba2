import { Presets, SingleBar } from 'cli-progress';

/** Where there is no terminal a line is printed each time this many more percent are done. */
const LINE_EVERY_PERCENT = 20;

export interface Progress {
  readonly update: (done: number, total: number) => void;
  readonly stop: () => void;
}

/** A bar on a terminal, plain lines elsewhere. Writes to standard error: standard output is for results. */
export function createProgress(label: string, unit: string): Progress {
  return process.stderr.isTTY ? barProgress(label, unit) : lineProgress(label, unit);
}

function barProgress(label: string, unit: string): Progress {
  const bar = new SingleBar(
    { format: `${label} {bar} {percentage}% · {value}/{total} ${unit} · {eta_formatted} left`, hideCursor: true, stream: process.stderr },
    Presets.shades_classic,
  );
  let started = false;
  return {
    update: (done, total) => {
      if (started) bar.update(done);
      else bar.start(total, done);
      started = true;
    },
    stop: () => {
      bar.stop();
    },
  };
}

function lineProgress(label: string, unit: string): Progress {
  let nextPercent = LINE_EVERY_PERCENT;
  return {
    update: (done, total) => {
      const percent = Math.floor((100 * done) / Math.max(1, total));
      if (percent < nextPercent) return;
      nextPercent = percent + LINE_EVERY_PERCENT - (percent % LINE_EVERY_PERCENT);
      console.error(`${label}: ${done} of ${total} ${unit}`);
    },
    stop: () => undefined,
  };
}
