import { antecedentOf, withAntecedent } from '../answering/quoting/antecedent.js';
import { opensLeaning } from '../answering/quoting/leaning-sentence.js';
import { showPlain } from '../documents/show-plain.js';
import { rulesOf } from '../language/languages.js';
import { words } from '../language/tokenize.js';
import type { ChatEvent, Citation } from '../protocol.js';
import type { JudgeSentence } from './judge-sentence.js';
import { readNoAnswer } from './no-answer.js';
import type { NumberedEvidence, NumberedSentence } from './numbered-evidence.js';
import { ReplyDraft } from './reply-draft.js';
import { stronger, type Separator, type StatedSentence } from './reply-parser/stated-sentence.js';

/** A model's reply as far as the texts bear it out. */
export interface ComposedReply {
  /** Empty where nothing of it is. */
  readonly answer: string;
  readonly citations: readonly Citation[];
  /** Sentences for which the source's own stand. */
  readonly replaced: number;
  /** Sentences in a language that the reader does not read: what they mean was not judged. */
  readonly unjudged: number;
  /** The model says that the texts do not answer: in its words where these may be shown, else empty. */
  readonly refusal?: string;
}

export interface ComposeOptions {
  readonly judge: JudgeSentence;
  readonly evidence: NumberedEvidence;
  readonly question: string;
}

const YES_OR_NO: ReadonlySet<string> = new Set(
  rulesOf('replies').flatMap(({ yesOrNo }) => yesOrNo),
);
/** Announces what follows. */
const ANNOUNCING = /[:：]\s*$/u;

/**
 * Passes on what is borne out, and the source's own words in the place of what is not, each as soon
 * as it is known. Nothing but quotations and refusals waits until a sentence of the model's own
 * stands: where none does, the reply is none.
 */
export async function* composeReply(
  stated: AsyncIterable<StatedSentence> | Iterable<StatedSentence>,
  options: ComposeOptions,
): AsyncGenerator<ChatEvent, ComposedReply, void> {
  const reply = new Composition(options);
  for await (const sentence of stated) yield* reply.add(sentence);
  return reply.composed();
}

class Composition {
  readonly #options: ComposeOptions;
  readonly #draft = new ReplyDraft();
  readonly #said = new Set<string>();
  readonly #quoted = new Set<number>();
  #separator: Separator = '';
  /** "Yes." and the like, and what announces a list: said with the sentence after it. */
  #lead: readonly string[] = [];
  #refusal: string | undefined;
  #replaced = 0;
  #unjudged = 0;
  /** The sentence before is not there: what points back to it points nowhere. */
  #afterGap = false;

  constructor(options: ComposeOptions) {
    this.#options = options;
  }

  composed(): ComposedReply {
    const { answer, citations } = this.#draft;
    const own = answer !== '';
    return {
      answer,
      citations,
      replaced: own ? this.#replaced : 0,
      unjudged: this.#unjudged,
      ...(!own && this.#refusal !== undefined ? { refusal: this.#refusal } : {}),
    };
  }

  async *add(sentence: StatedSentence): AsyncGenerator<ChatEvent, void, void> {
    this.#separator = stronger(this.#separator, sentence.separator);
    const { declines, text } = readNoAnswer(sentence.text);
    if (declines) this.#refusal ??= '';
    // A model that has lost its way says the same over and over.
    if (text === '' || this.#said.has(text)) return;
    this.#said.add(text);
    const cites = sentence.numbers.length > 0;
    if (isYesOrNo(text) || (ANNOUNCING.test(text) && !cites)) {
      this.#lead = [...this.#lead, text];
      return;
    }
    yield* this.#judge({ ...sentence, text });
  }

  async *#judge({ text, numbers }: StatedSentence): AsyncGenerator<ChatEvent, void, void> {
    const { judge, evidence, question } = this.#options;
    const cited = numbers.flatMap((number) => evidence.sentences[number - 1] ?? []);
    const [yesOrNo, announced] = [this.#lead.filter(isYesOrNo), this.#lead.filter(isAnnouncement)];
    this.#lead = [];
    const full = [...yesOrNo, text].join(' ');
    const judged = await judge({ text: full, cited, evidence: evidence.sentences, question });
    if (judged.kind === 'refusal') yield* this.#refuse(full, judged.plain);
    else if (judged.kind === 'borne-out' && !(this.#afterGap && opensLeaning(text))) {
      yield* this.#announce(announced, judged.by);
      this.#afterGap = false;
      if (!judged.read) this.#unjudged++;
      yield* this.#draft.say({ text: full, separator: this.#takeSeparator(), by: judged.by });
    } else {
      yield* this.#replace(judged.kind === 'borne-out' ? judged.by[0] : judged.instead);
    }
  }

  /** What announces sentences says little by itself: that much has to be borne out by the first. */
  async *#announce(
    announced: readonly string[],
    by: readonly NumberedSentence[],
  ): AsyncGenerator<ChatEvent, void, void> {
    const { judge, evidence, question } = this.#options;
    for (const text of announced) {
      const judged = await judge({ text, cited: by, evidence: evidence.sentences, question });
      if (judged.kind !== 'borne-out') continue;
      const separator = this.#takeSeparator();
      yield* this.#draft.say({ text, separator, by: judged.by });
      this.#separator = '\n';
    }
  }

  *#refuse(text: string, plain: boolean): Generator<ChatEvent, void, void> {
    if (!plain) this.#refusal ??= '';
    else {
      if (this.#refusal === undefined || this.#refusal === '') this.#refusal = text;
      yield* this.#draft.hold({ text, separator: this.#takeSeparator() });
    }
  }

  *#replace(instead: NumberedSentence | undefined): Generator<ChatEvent, void, void> {
    this.#afterGap = true;
    if (instead === undefined) return;
    this.#replaced++;
    if (this.#quoted.has(instead.number)) return;
    this.#quoted.add(instead.number);
    yield* this.#draft.hold({
      text: `“${quotationOf(instead)}”`,
      separator: this.#takeSeparator(),
      by: [instead],
    });
  }

  #takeSeparator(): Separator {
    const separator = this.#separator;
    this.#separator = '';
    return separator;
  }
}

function quotationOf({ paragraph, place, span }: NumberedSentence): string {
  const sentence = showPlain(paragraph.document.text.slice(span.start, span.end));
  const antecedent = place === 0 ? antecedentOf(paragraph) : undefined;
  return antecedent === undefined ? sentence : withAntecedent(sentence, showPlain(antecedent));
}

function isYesOrNo(text: string): boolean {
  return YES_OR_NO.has(words(text).join(' '));
}

function isAnnouncement(text: string): boolean {
  return !isYesOrNo(text);
}
