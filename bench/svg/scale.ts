/** Where a value stands on an axis. */
export interface Scale {
  readonly at: (value: number) => number;
  /** Round values to label. */
  readonly ticks: readonly number[];
}

export interface ScaleOptions {
  readonly from: number;
  readonly to: number;
  /** Pixels of the two ends. */
  readonly pixels: readonly [number, number];
}

/** From power of ten to power of ten; the values are above 0. */
export function logScale({ from, to, pixels: [first, last] }: ScaleOptions): Scale {
  const low = Math.floor(Math.log10(from));
  const high = Math.max(low + 1, Math.ceil(Math.log10(to)));
  return {
    at: (value) => first + ((Math.log10(value) - low) / (high - low)) * (last - first),
    ticks: Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)),
  };
}

/** In fifths or tenths of a power of ten. */
export function linearScale({ from, to, pixels: [first, last] }: ScaleOptions): Scale {
  const rough = (to - from) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough) ?? rough;
  const low = Math.floor(from / step) * step;
  const high = Math.ceil(to / step) * step;
  const count = Math.round((high - low) / step);
  return {
    at: (value) => first + ((value - low) / (high - low)) * (last - first),
    ticks: Array.from({ length: count + 1 }, (_, i) => Number((low + i * step).toPrecision(12))),
  };
}
