import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** A sentence as a chat model writes it, and whether the texts bear it out. */
export interface ReplayedSentence {
  /** `document#label` of the paragraph that it cites. */
  readonly paragraph: string;
  /** Places of the sentences that it cites, from 1. */
  readonly cites: readonly number[];
  readonly text: string;
  readonly language: string;
  /** In what words it is true, or in what way it is not. */
  readonly kind: string;
  readonly faithful: boolean;
}

const FAITHFUL: ReadonlySet<string> = new Set(['close', 'free', 'yes-no']);
const REPLAY = fileURLToPath(new URL('replay.yaml', import.meta.url));
const CLAIMS = fileURLToPath(new URL('claims.yaml', import.meta.url));

type ReplayRow = Pick<ReplayedSentence, 'paragraph' | 'cites'> &
  Readonly<Partial<Record<'en' | 'ru' | 'zh', Readonly<Record<string, readonly string[]>>>>>;

interface ClaimRow extends Pick<ReplayedSentence, 'paragraph' | 'cites'> {
  readonly claim: string;
  readonly turned: readonly string[];
}

export function readReplayed(): ReplayedSentence[] {
  const rows = parse(readFileSync(REPLAY, 'utf8')) as ReplayRow[];
  const claims = parse(readFileSync(CLAIMS, 'utf8')) as ClaimRow[];
  return [
    ...rows.flatMap(({ paragraph, cites, ...byLanguage }) =>
      Object.entries(byLanguage).flatMap(([language, kinds]) =>
        Object.entries(kinds).flatMap(([kind, sentences]) =>
          sentences.map((text) => ({
            paragraph,
            cites,
            text,
            language,
            kind,
            faithful: FAITHFUL.has(kind),
          })),
        ),
      ),
    ),
    ...claims.flatMap(({ paragraph, cites, claim, turned }) => {
      const placed = { paragraph, cites, language: 'en' };
      return [
        { ...placed, text: claim, kind: 'condensed', faithful: true },
        ...turned.map((text) => ({ ...placed, text, kind: 'turned', faithful: false })),
      ];
    }),
  ];
}
