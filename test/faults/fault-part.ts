/** How often, from which chance, and who is told. */
export interface TryOptions {
  readonly count: number;
  readonly seed: number;
  readonly tell: (done: number) => void;
}

export interface Findings {
  readonly tried: number;
  /** In words, one each: what should not have happened. */
  readonly lost: readonly string[];
  /** What else came out, by name: a number with its unit. */
  readonly figures?: Readonly<Record<string, string>>;
}

/** One kind of fault, and what may not come of it. */
export interface FaultPart {
  /** On the command line. */
  readonly name: string;
  readonly what: string;
  /** How often it is tried. */
  readonly full: number;
  readonly try: (options: TryOptions) => Promise<Findings>;
}
