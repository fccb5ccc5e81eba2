/** What the package holds, each pattern matched by at least one file. */
const EXPECTED: readonly RegExp[] = [
  /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|custom-elements\.json|\.env\.example)$/u,
  /^dist\/[a-z-]+\.(?:js|d\.ts)$/u,
  /^dist\/(?:adapters|answering|bin|chat|client|composition|concurrency|documents)\/[\w/-]+\.(?:js|d\.ts)$/u,
  /^dist\/(?:generative|ingestion|language|package|ports|prompting|ranking)\/[\w/-]+\.(?:js|d\.ts)$/u,
  /^dist\/(?:retrieval|server)\/[\w/-]+\.(?:js|d\.ts)$/u,
  /^dist\/programs\/(?:LICENSES\.txt|[\w.-]+\.js)$/u,
  /^dist\/server\/public\/assets\/[\w-]+\.(?:css|js|svg)$/u,
  /^dist\/widget\/widget(?:-more)?\.js$/u,
  /^dist\/widget\/[\w/-]+\.d\.ts$/u,
  /^corpus\/[\w-]+(?:\.questions)?\.(?:txt|yaml)$/u,
  /^corpus\/README\.md$/u,
  /^models\/declaration-encoder\/(?:LICENSE|[\w-]+\.(?:json|md))$/u,
  /^models\/declaration-encoder\/corpus-vectors\.bin$/u,
  /^models\/declaration-encoder\/onnx\/model_quantized\.onnx$/u,
  /^models\/declaration-reader\/(?:LICENSE|[\w-]+\.(?:json|md))$/u,
  /^models\/declaration-reader\/onnx\/model_quantized\.onnx$/u,
  /^prompts\/[\w-]+\.md$/u,
];

/** What packing adds to a build. */
export const BUNDLED: readonly RegExp[] = [
  /^dist\/bundled\/(?:LICENSES\.txt|[\w.-]+\.js)$/u,
  /^man\/declaration-chat\.1$/u,
  /^dist\/adapters\/loaders\/pdf\/(?:cmaps|standard_fonts)\/[\w.-]+$/u,
];

/** Files that the package is not meant to hold. */
export function strangersIn(paths: readonly string[]): string[] {
  return paths.filter((path) => ![...EXPECTED, ...BUNDLED].some((pattern) => pattern.test(path)));
}

/** Patterns of files that the package should hold and does not. */
export function missingFrom(paths: readonly string[], patterns = EXPECTED): RegExp[] {
  return patterns.filter((pattern) => !paths.some((path) => pattern.test(path)));
}
