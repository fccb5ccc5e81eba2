import { ChatModelError, type ChatFailure, type StreamChatModel } from '../ports/chat-model.js';
import type { ChatEvent, Citation } from '../protocol.js';
import type { QuestionEncoder } from '../ports/encoder.js';
import { prepareProbe } from '../retrieval/search/probe.js';
import type { Retrieval } from '../retrieval/retriever.js';
import type { SearchIndex } from '../retrieval/search/search-index.js';
import type { Inquiry } from '../types.js';
import { checkSentence } from './verification/check-sentence.js';
import { CitationParser, type StatedSentence } from './reply-parser/citation-parser.js';
import { CitationNumbers } from './citation-numbers.js';
import { answerPromptValues, type AnswerPrompt } from './answer-prompt.js';
import { saysNoAnswer } from './no-answer.js';
import { numberEvidence, type NumberedEvidence } from './numbered-evidence.js';
import { stronger } from './reply-parser/stated-sentence.js';

/** About 1200 tokens: what a small model on a processor reads within half a minute or so. */
export const MAX_EVIDENCE_WORDS = 900;
/** A stop, and what may close after it. */
const FINISHED = /[.!?…。！？]["'”’»)\]」』]*$/u;

/** What a model has said of its own, as far as it left the server. */
export interface Generated {
  /** Empty where nothing did. */
  readonly answer: string;
  readonly citations: readonly Citation[];
  /**
   * Where something was said: `whole`, or `truncated` where the model failed after it. Where
   * nothing was: the model says that the texts do not answer (`no-answer`), it failed, or nothing
   * that it said is borne out by what it cites.
   */
  readonly end: 'whole' | 'truncated' | 'no-answer' | 'model-failed' | 'model-unsupported';
}

export interface GenerateRequest {
  readonly inquiry: Inquiry;
  readonly retrieval: Retrieval;
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
  readonly stream: StreamChatModel;
  readonly prompt: AnswerPrompt;
  /** For whoever runs the program: nobody else is told. */
  readonly onFailure?: (failure: ChatFailure) => void;
}

/**
 * Nothing that a model writes leaves before it is checked, and then only what cites sentences that
 * bear it out; quotes are sliced from the texts. Failure of the model is an outcome, an aborted
 * signal is thrown.
 */
export function createGenerator(options: GeneratorOptions): GenerateAnswer {
  return async function* generate(request) {
    const evidence = numberEvidence(
      request.retrieval.evidence.map(({ paragraph }) => paragraph),
      { maxWords: MAX_EVIDENCE_WORDS },
    );
    const outcome: { failure?: ChatFailure } = {};
    const stated = readSentences(options, {
      request,
      evidence,
      onFailure: (failure) => {
        outcome.failure = failure;
      },
    });
    const said = yield* sayWhatIsSupported(stated, { options, request, evidence });
    if (outcome.failure !== undefined) options.onFailure?.(outcome.failure);
    if (said.answer !== '') {
      return { ...said, end: outcome.failure === undefined ? 'whole' : 'truncated' };
    }
    if (said.noAnswer) return { ...said, end: 'no-answer' };
    return { ...said, end: outcome.failure === undefined ? 'model-unsupported' : 'model-failed' };
  };
}

interface Reading {
  readonly request: GenerateRequest;
  readonly evidence: NumberedEvidence;
  readonly onFailure: (failure: ChatFailure) => void;
}

/** The model's sentences; of a reply that ends before its end, the finished ones. */
async function* readSentences(
  { stream, prompt }: GeneratorOptions,
  { request, evidence, onFailure }: Reading,
): AsyncGenerator<StatedSentence, void, void> {
  const parser = new CitationParser(evidence.sentences.length);
  try {
    const filled = await prompt(answerPromptValues(evidence, request));
    for await (const text of stream(filled, { signal: request.signal })) {
      yield* parser.push(text);
    }
    yield* parser.end();
  } catch (error) {
    if (!(error instanceof ChatModelError)) throw error;
    onFailure(error.failure);
    yield* parser.end().filter(({ text }) => FINISHED.test(text));
  }
}

interface Saying {
  readonly options: GeneratorOptions;
  readonly request: GenerateRequest;
  readonly evidence: NumberedEvidence;
}

/**
 * Passes on the sentences that are borne out by what they cite; ends early where the model says
 * that the texts do not answer.
 */
async function* sayWhatIsSupported(
  stated: AsyncIterable<StatedSentence>,
  { options: { index, embeddings }, request, evidence }: Saying,
): AsyncGenerator<ChatEvent, Omit<Generated, 'end'> & { readonly noAnswer: boolean }, void> {
  const numbers = new CitationNumbers();
  const citations: Citation[] = [];
  const said = new Set<string>();
  let answer = '';
  let separator: StatedSentence['separator'] = '';
  for await (const sentence of stated) {
    if (answer === '' && saysNoAnswer(sentence)) return { answer, citations, noAnswer: true };
    // What stands between two sentences when one between them is left out.
    separator = stronger(separator, sentence.separator);
    const cited = sentence.numbers.flatMap((number) => evidence.sentences[number - 1] ?? []);
    if (cited.length === 0) continue;
    // A model that has lost its way says the same over and over.
    if (said.has(sentence.text)) continue;
    const verdict = checkSentence(index, {
      stated: await prepareProbe(embeddings, sentence.text),
      cited,
      question: request.retrieval.query,
    });
    if (!verdict.supported) continue;
    said.add(sentence.text);
    const used = numbers.cite(verdict.by);
    for (const citation of used.citations) {
      citations.push(citation);
      yield { type: 'citation', citation };
    }
    const text = `${answer === '' ? '' : separator}${sentence.text} ${used.markers}`;
    answer += text;
    separator = '';
    yield { type: 'delta', text };
  }
  return { answer, citations, noAnswer: false };
}
