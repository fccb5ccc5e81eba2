export interface Run {
  readonly text: string;
  readonly strong: boolean;
}

/**
 * Words of a source, which writes bold as `**bold**`. `strong` says whether the text before ended
 * inside bold words.
 */
export function boldRuns(
  text: string,
  strong = false,
): { readonly runs: readonly Run[]; readonly strong: boolean } {
  const parts = text
    .split('**')
    .map((part, at) => ({ text: part, strong: strong !== (at % 2 === 1) }));
  return { runs: parts.filter((part) => part.text !== ''), strong: parts.at(-1)?.strong ?? strong };
}
