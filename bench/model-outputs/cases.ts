import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { composeReply, type ComposedReply } from '../../src/generative/compose-reply.js';
import { numberEvidence } from '../../src/generative/numbered-evidence.js';
import { Outline } from '../../src/generative/outline.js';
import { CitationParser } from '../../src/generative/reply-parser/citation-parser.js';
import { placeOf, type OpenedJudge } from './open-judge.js';

/** A reply that a model wrote. */
export interface Case {
  readonly name: string;
  readonly kind: 'good' | 'bad' | 'malicious';
  /** Paragraphs of which it was written, `document#label`. */
  readonly evidence: readonly string[];
  readonly question: string;
  readonly reply: string;
  /** Its sentences that the texts bear out. */
  readonly leaves: readonly string[];
}

interface CasesFile {
  /** Texts of nobody, with instructions planted in them, by id. */
  readonly documents: Readonly<Record<string, { readonly title: string; readonly text: string }>>;
  readonly evidence: Readonly<Record<string, readonly string[]>>;
  readonly cases: readonly (Partial<Case> &
    Pick<Case, 'name' | 'kind' | 'reply'> & { readonly from: string })[];
}

export function readCases(): Pick<CasesFile, 'documents'> & { readonly cases: readonly Case[] } {
  const path = fileURLToPath(new URL('cases.yaml', import.meta.url));
  const { documents, evidence, cases } = parse(readFileSync(path, 'utf8')) as CasesFile;
  return {
    documents,
    cases: cases.map(({ from, ...one }) => ({
      evidence: evidence[from] ?? [],
      question: '',
      leaves: [],
      ...one,
    })),
  };
}

/** What the product makes of a whole reply. */
export async function runCase(
  { paragraphs, judge, leans }: OpenedJudge,
  { evidence: addresses, question, reply }: Pick<Case, 'evidence' | 'question' | 'reply'>,
): Promise<ComposedReply> {
  const evidence = numberEvidence(
    addresses.flatMap((address) => paragraphs[placeOf(paragraphs, address)] ?? []),
    { maxTokens: Infinity },
  );
  const parser = new CitationParser(evidence.numbers);
  const outline = new Outline();
  const stated = [...parser.push(reply), ...parser.end()];
  const outlined = [...stated.flatMap((sentence) => outline.push(sentence)), ...outline.end()];
  const events = composeReply(one(outlined), {
    judge,
    leans,
    evidence,
    question,
    answerable: true,
  });
  for (;;) {
    const next = await events.next();
    if (next.done === true) return next.value;
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- It stands for a stream.
async function* one<Item>(items: readonly Item[]): AsyncGenerator<Item, void, void> {
  yield* items;
}
