import { ChatModelError, type ChatFailure, type StreamChatModel } from '../ports/chat-model.js';
import type { ClaimReader } from '../ports/claim-reader.js';
import type { QuestionEncoder } from '../ports/encoder.js';
import { sumOfUsage } from '../prompting/token-prices.js';
import type { ChatEvent, TokenUsage } from '../protocol.js';
import type { Retrieval } from '../retrieval/retriever.js';
import type { SearchIndex } from '../ports/search-index.js';
import type { Inquiry } from '../types.js';
import { answerTurns, type AnswerPrompts } from './answer-prompt.js';
import { composeReply, type ComposedReply } from './compose-reply.js';
import { createSentenceJudge, type JudgeSentence } from './judge-sentence.js';
import { createLeaningReader } from './leaning-openings.js';
import { numberEvidence, type NumberedEvidence } from './numbered-evidence.js';
import { Outline, underLeads, type OutlinedSentence } from './outline.js';
import { createReplyKindReader } from './reply-kinds.js';
import { CitationParser } from './reply-parser/citation-parser.js';
import { MAX_EVIDENCE_TOKENS } from './settings.js';
import {
  verifyByVerdicts,
  type AskForVerdicts,
  type JudgedStatement,
} from './verification/verify-by-model.js';
import { createVerifier, type VerifySentence } from './verification/verify-sentence.js';

/** A stop, and what may close after it. */
const FINISHED = /[.!?…。！？]["'”’»)\]」』]*$/u;

/** What a model has said of its own, as far as it left the server. */
export interface Generated extends ComposedReply {
  /**
   * Where something was said: `whole`, or `truncated` where the model failed after it. Where
   * nothing was: the model says that the texts do not answer (`no-answer`), it failed, or nothing
   * that it said is borne out by what it cites.
   */
  readonly end: 'whole' | 'truncated' | 'no-answer' | 'model-failed' | 'model-unsupported';
  /** Absent where the model was not reached. */
  readonly usage?: TokenUsage;
}

export interface GenerateRequest {
  readonly inquiry: Inquiry;
  readonly retrieval: Retrieval;
  /** Whether the texts' own sentences answer. */
  readonly answerable: boolean;
  readonly signal: AbortSignal;
}

/**
 * Has a chat model answer from what was found; `citation` and `delta` events as its sentences are
 * checked.
 */
export type GenerateAnswer = (
  request: GenerateRequest,
) => AsyncGenerator<ChatEvent, Generated, void>;

export interface GeneratorOptions {
  readonly index: SearchIndex;
  readonly embeddings: QuestionEncoder;
  /** Reads what the model says; without one its meaning is not judged. */
  readonly claimReader: ClaimReader | undefined;
  readonly stream: StreamChatModel;
  readonly prompts: AnswerPrompts;
  /**
   * Has the meaning of a whole reply judged at once, in the place of the reader: nothing of it leaves
   * before it has come to its end.
   */
  readonly askForVerdicts?: AskForVerdicts | undefined;
  /** For whoever runs the program: nobody else is told. */
  readonly onFailure?: (failure: ChatFailure) => void;
}

/**
 * Nothing that a model writes leaves before it is verified, and then only what cites sentences that
 * bear it out; quotes are sliced from the texts. Failure of the model is an outcome, an aborted
 * signal is thrown.
 */
export function createGenerator(options: GeneratorOptions): GenerateAnswer {
  const { index, embeddings, claimReader: reader } = options;
  const verify = createVerifier({ index, reader });
  const readKind = createReplyKindReader(embeddings);
  const leans = createLeaningReader(embeddings);
  const judgeBy = (verifying: VerifySentence): JudgeSentence =>
    createSentenceJudge({ index, embeddings, verify: verifying, readKind });
  const judgeByReader = judgeBy(verify);
  return async function* generate(request) {
    const evidence = numberEvidence(
      request.retrieval.evidence.map(({ paragraph }) => paragraph),
      { maxTokens: MAX_EVIDENCE_TOKENS },
    );
    const outcome: { failure?: ChatFailure; usage?: TokenUsage } = {};
    const written = readSentences(options, { request, evidence, outcome });
    const judged = await judgeWhole(written, {
      ask: options.askForVerdicts,
      reading: { request, evidence, outcome },
    });
    const judge =
      judged === undefined ? judgeByReader : judgeBy(verifyByVerdicts(judged.verdicts, verify));
    const stated = judged?.sentences ?? written;
    const { answerable, retrieval } = request;
    const question = retrieval.query;
    const said = yield* composeReply(stated, { judge, leans, evidence, question, answerable });
    const { failure, usage } = outcome;
    if (failure !== undefined) options.onFailure?.(failure);
    return { ...said, ...(usage === undefined ? {} : { usage }), end: endOf(said, failure) };
  };
}

interface Judging {
  readonly ask: AskForVerdicts | undefined;
  readonly reading: Reading;
}

/** All sentences of a reply with what is made of them; undefined where nobody is asked. */
async function judgeWhole(
  written: AsyncIterable<OutlinedSentence>,
  { ask, reading: { request, evidence, outcome } }: Judging,
): Promise<
  | { readonly sentences: OutlinedSentence[]; readonly verdicts: readonly JudgedStatement[] }
  | undefined
> {
  if (ask === undefined) return undefined;
  const sentences: OutlinedSentence[] = [];
  for await (const sentence of written) sentences.push(sentence);
  const statements = sentences.map((sentence) => ({
    text: underLeads(sentence.leads, sentence),
    ...(sentence.row === undefined ? {} : { alone: underLeads([], sentence) }),
    cited: sentence.numbers.flatMap((number) => evidence.sentences[number - 1] ?? []),
  }));
  const onUsage = (usage: TokenUsage): void => {
    outcome.usage = outcome.usage === undefined ? usage : sumOfUsage(outcome.usage, usage);
  };
  return { sentences, verdicts: await ask(statements, { signal: request.signal, onUsage }) };
}

function endOf(
  { answer, refusal }: ComposedReply,
  failure: ChatFailure | undefined,
): Generated['end'] {
  if (answer !== '') return failure === undefined ? 'whole' : 'truncated';
  if (refusal !== undefined) return 'no-answer';
  return failure === undefined ? 'model-unsupported' : 'model-failed';
}

interface Reading {
  readonly request: GenerateRequest;
  readonly evidence: NumberedEvidence;
  /** Is told how it went. */
  readonly outcome: { failure?: ChatFailure; usage?: TokenUsage };
}

/** The model's sentences; of a reply that ends before its end, the finished ones. */
async function* readSentences(
  { stream, prompts }: GeneratorOptions,
  { request: { inquiry, signal }, evidence, outcome }: Reading,
): AsyncGenerator<OutlinedSentence, void, void> {
  const parser = new CitationParser(evidence.numbers);
  const outline = new Outline();
  try {
    const turns = await answerTurns(prompts, { evidence, inquiry });
    const onUsage = (usage: TokenUsage): void => {
      outcome.usage = usage;
    };
    for await (const text of stream(turns, { signal, onUsage })) {
      yield* parser.push(text).flatMap((stated) => outline.push(stated));
    }
    yield* parser.end().flatMap((stated) => outline.push(stated));
    yield* outline.end();
  } catch (error) {
    if (!(error instanceof ChatModelError)) throw error;
    outcome.failure = error.failure;
    const finished = parser.end().filter(({ text }) => FINISHED.test(text));
    yield* finished.flatMap((stated) => outline.push(stated));
    yield* outline.end();
  }
}
