import type { FrontMatter } from '../../ports/file-loader.js';

export interface SplitText {
  readonly text: string;
  readonly frontMatter?: FrontMatter;
}

/** What stands around front matter, at the very top of a text. */
interface Fence {
  readonly opening: RegExp;
  /** The lazy middle is bounded by the first closing line. */
  readonly closing: RegExp;
  readonly syntax: FrontMatter['syntax'];
  /** The beginning of what is metadata; between two rules of plain text stands nothing like it. */
  readonly content: RegExp;
}

const YAML_KEY =
  /^(?:#.*\r?\n|[ \t]*\r?\n)*["']?[\p{L}_][\w\p{L} .-]{0,60}["']?[ \t]*:(?:[ \t\r\n]|$)/u;
const TOML_KEY = /^(?:#.*\r?\n|[ \t]*\r?\n)*(?:\[|["']?[\w-]+["']?[ \t]*=)/u;
const FENCES: readonly Fence[] = [
  {
    opening: /^---[ \t]*\r?\n/u,
    closing: /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/mu,
    syntax: 'yaml',
    content: YAML_KEY,
  },
  {
    opening: /^\+\+\+[ \t]*\r?\n/u,
    closing: /^\+\+\+[ \t]*(?:\r?\n|$)/mu,
    syntax: 'toml',
    content: TOML_KEY,
  },
];
/** An object alone on its lines, as some site makers take it. */
const JSON_OBJECT = /^\{[ \t]*\r?\n[^]{0,20000}?^\}[ \t]*(?:\r?\n|$)/mu;

/** Takes front matter off the top of a text. The text after it keeps its own characters. */
export function splitFrontMatter(text: string): SplitText {
  for (const fence of FENCES) {
    const split = splitAtFence(text, fence);
    if (split !== undefined) return split;
  }
  return splitJson(text);
}

function splitAtFence(
  text: string,
  { opening, closing, syntax, content }: Fence,
): SplitText | undefined {
  const opened = opening.exec(text);
  if (opened === null) return undefined;
  const rest = text.slice(opened[0].length);
  const closed = closing.exec(rest);
  if (closed === null) return undefined;
  const source = rest.slice(0, closed.index);
  if (source.trim() !== '' && !content.test(source)) return undefined;
  return {
    text: rest.slice(closed.index + closed[0].length),
    frontMatter: { syntax, source },
  };
}

function splitJson(text: string): SplitText {
  const source = JSON_OBJECT.exec(text)?.[0];
  if (source === undefined) return { text };
  try {
    JSON.parse(source);
  } catch {
    return { text };
  }
  return { text: text.slice(source.length), frontMatter: { syntax: 'yaml', source } };
}
