/** Of Chrome's DevTools protocol, as far as it is read here. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[];
}

/**
 * Which stage a function works for, by where it stands; the first that fits. What fits none works
 * for whoever called it.
 */
const STAGES: readonly (readonly [stage: string, place: RegExp])[] = [
  ['messages to the models', /\/adapters\/model-host\//u],
  ['parse', /\/retrieval\/(?:query\/|stands-alone)/u],
  ['lexical', /\/ranking\/(?:bm25|top-scores)|\/search\/lexical/u],
  ['vector', /hnswlib|\/index-store\/(?:hnsw|langchain|exact)/u],
  ['load texts and vectors', /\/adapters\/index-store\//u],
  ['score candidates', /\/retrieval\/search\/|\/ranking\//u],
  ['fuse', /\/retrieval\/fuse/u],
  ['read', /\/retrieval\/read\./u],
  ['choose', /\/retrieval\/(?:rerank|choose|gain-of-splitting)/u],
  ['compose the answer', /\/(?:answering|chat|generative)\//u],
  ['serialise, HTTP', /\/server\/|\/node_modules\/(?:express|send|router|body-parser|raw-body)/u],
];
const UNTOLD = 'node itself';

/** Milliseconds of the main thread, by stage; idle time apart. */
export function stageShares({ nodes, samples, timeDeltas }: CpuProfile): Map<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const stageOf = new Map<number, string>();
  const visit = (id: number, above: string): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    const { functionName, url } = node.callFrame;
    const stage = builtIn(functionName) ?? stageAt(url) ?? above;
    stageOf.set(id, stage);
    for (const child of node.children ?? []) visit(child, stage);
  };
  const children = new Set(nodes.flatMap((node) => node.children ?? []));
  for (const { id } of nodes) if (!children.has(id)) visit(id, UNTOLD);
  const shares = new Map<string, number>();
  samples.forEach((id, i) => {
    const stage = stageOf.get(id) ?? UNTOLD;
    shares.set(stage, (shares.get(stage) ?? 0) + (timeDeltas[i] ?? 0) / 1000);
  });
  shares.delete('idle');
  return shares;
}

function builtIn(functionName: string): string | undefined {
  if (functionName === '(idle)') return 'idle';
  return functionName === '(garbage collector)' ? 'collect garbage' : undefined;
}

function stageAt(url: string): string | undefined {
  return STAGES.find(([, place]) => place.test(url))?.[0];
}
