import { antecedentOf, withAntecedent } from '../answering/quoting/antecedent.js';
import { showPlain } from '../documents/show-plain.js';
import { rulesOf } from '../language/languages.js';
import { words } from '../language/tokenize.js';
import type { ChatEvent, Citation } from '../protocol.js';
import type { Judged, JudgeSentence } from './judge-sentence.js';
import { isKnownLead } from './known-words.js';
import type { LeaningReader } from './leaning-openings.js';
import type { NumberedEvidence, NumberedSentence } from './numbered-evidence.js';
import { underLeads, type Lead, type OutlinedSentence } from './outline.js';
import { REFUSAL_WORDINGS } from './refusals.js';
import { ReplyDraft, type Piece } from './reply-draft.js';
import { stronger, type Separator } from './reply-parser/stated-sentence.js';
import { isFragment } from './verification/check-fragments.js';

/** A model's reply as far as the texts bear it out. */
export interface ComposedReply {
  /** Empty where nothing of it is. */
  readonly answer: string;
  readonly citations: readonly Citation[];
  /** Sentences for which the source's own stand. */
  readonly replaced: number;
  /** Sentences that nothing of the texts comes near, or that nobody could check: they are left out. */
  readonly omitted: number;
  /** Sentences in a language that the reader does not read: what they mean was not judged. */
  readonly unjudged: number;
  /** The model says that the texts do not answer: in its words where these may be shown, else empty. */
  readonly refusal?: string;
}

export interface ComposeOptions {
  readonly judge: JudgeSentence;
  readonly leans: LeaningReader;
  readonly evidence: NumberedEvidence;
  readonly question: string;
  /**
   * Whether the texts answer by what else is known. Where they do not, and the model says so too, nothing
   * that it says afterwards is an answer: it is what comes near to one.
   */
  readonly answerable: boolean;
}

const YES_OR_NO: ReadonlySet<string> = new Set(
  rulesOf('replies').flatMap(({ yesOrNo }) => yesOrNo),
);
const QUESTION = /[?？؟]["'”’»)\]）」』]*$/u;
const FINISHED = /[.!…。！]["'”’»)\]）」』]*$/u;

/**
 * Passes on what is borne out, and the source's own words in the place of what is not, each as soon
 * as it is known. Nothing but quotations and refusals waits until a sentence of the model's own
 * stands: where none does, the reply is none.
 */
export async function* composeReply(
  outlined: AsyncIterable<OutlinedSentence> | Iterable<OutlinedSentence>,
  options: ComposeOptions,
): AsyncGenerator<ChatEvent, ComposedReply, void> {
  const reply = new Composition(options);
  for await (const sentence of outlined) yield* reply.add(sentence);
  return reply.composed();
}

interface SaidUnder {
  readonly text: string;
  readonly leads: readonly Lead[];
  readonly yesOrNo: readonly string[];
}

/** How a sentence was judged, with what of that which stands over it. */
interface JudgedUnder {
  readonly judged: Judged;
  readonly leads: readonly Lead[];
}

class Composition {
  readonly #options: ComposeOptions;
  readonly #draft = new ReplyDraft();
  readonly #said = new Set<string>();
  readonly #quoted = new Set<number>();
  /** What stands over sentences and has been said. */
  readonly #over = new Set<Lead>();
  /** Headings that are not true of what stands under them. */
  readonly #leftOut = new Set<Lead>();
  readonly #isAside = new Map<Lead, boolean>();
  #separator: Separator = '';
  /** "Yes." and the like: said with the sentence after it. */
  #yesOrNo: readonly string[] = [];
  #refusal: string | undefined;
  #replaced = 0;
  #omitted = 0;
  #unjudged = 0;
  /** Neither the model nor anything else finds an answer; nothing has been said before that. */
  #declined = false;
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
      omitted: own ? this.#omitted : 0,
      unjudged: this.#unjudged,
      ...(!own && this.#refusal !== undefined ? { refusal: this.#refusal } : {}),
    };
  }

  async *add(sentence: OutlinedSentence): AsyncGenerator<ChatEvent, void, void> {
    const { text, declines, leads } = sentence;
    if (declines) this.#decline();
    if (text === '') {
      if (!declines) this.#omitted++;
      return;
    }
    this.#separator = stronger(this.#separator, sentence.separator);
    const full = underLeads(leads, sentence);
    // A model that has lost its way says the same over and over; a question states nothing.
    if (this.#said.has(full) || QUESTION.test(text)) return;
    this.#said.add(full);
    if (YES_OR_NO.has(words(text).join(' '))) this.#yesOrNo = [...this.#yesOrNo, text];
    else yield* this.#place(sentence);
  }

  #decline(): void {
    this.#refusal ??= '';
    this.#declined ||= !this.#options.answerable && this.#draft.answer === '';
  }

  async *#place(sentence: OutlinedSentence): AsyncGenerator<ChatEvent, void, void> {
    const { text } = sentence;
    const { judged, leads } = await this.#judge(sentence);
    for (const lead of sentence.leads) {
      if (!this.#over.has(lead) && !leads.includes(lead)) this.#skip(lead);
    }
    if (judged.kind === 'aside') return;
    if (judged.kind === 'yes-or-no') {
      this.#yesOrNo = [...this.#yesOrNo, text];
      return;
    }
    const under = { text, leads, yesOrNo: this.#yesOrNo };
    this.#yesOrNo = [];
    if (judged.kind === 'refusal') yield* this.#refuse(under, judged);
    else if (this.#declined) return;
    else if (judged.kind === 'not-borne-out') {
      for (const lead of leads) if (!this.#over.has(lead)) this.#skip(lead);
      yield* this.#replace(text, judged.instead);
    } else if (this.#afterGap && leads.length === 0 && (await this.#options.leans(text))) {
      yield* this.#replace(text, judged.by[0]);
    } else {
      const { by, read } = judged;
      this.#afterGap = false;
      if (!read) this.#unjudged++;
      for (const piece of this.#pieces(under)) yield* this.#draft.say({ ...piece, by });
    }
  }

  /**
   * With what stands over it, since an item may mean the contrary without; a whole sentence also
   * without a heading. Items that have the numbers of their list may rest on others.
   */
  async #judge(sentence: OutlinedSentence): Promise<JudgedUnder> {
    const { text, numbers, leads, inherits } = sentence;
    const { judge, leans, evidence, question } = this.#options;
    const cited = numbers.flatMap((number) => evidence.sentences[number - 1] ?? []);
    const under = await this.#standing(leads);
    const isWhole = async (): Promise<boolean> =>
      sentence.row !== undefined || (FINISHED.test(text) && !(await leans(text)));
    const judgeUnder = (
      some: readonly Lead[],
      sources: readonly NumberedSentence[],
    ): Promise<Judged> => {
      const said = [...this.#yesOrNo, underLeads(some, sentence)].join(' ');
      return judge({ text: said, cited: sources, evidence: evidence.sentences, question });
    };
    const strange = this.#strange(under, cited);
    if (strange.length > 0) {
      const rest = under.filter((lead) => !strange.includes(lead));
      const alone = await judgeUnder(rest, cited);
      const needsIt = strange.some(isBinding) && !(await isWhole());
      if (!needsIt || alone.kind !== 'borne-out') return { judged: alone, leads: rest };
      const [instead] = alone.by;
      const judged = { kind: 'not-borne-out', ...(instead && { instead }) } as const;
      return { judged, leads: [] };
    }
    const judged = await judgeUnder(under, cited);
    if (judged.kind !== 'not-borne-out') return { judged, leads: under };
    if (inherits) {
      const other = await judgeUnder(under, []);
      if (other.kind === 'borne-out') return { judged: other, leads: under };
    }
    // What a column is has been said for all rows.
    const loose = under.filter(
      (lead) => !isBinding(lead) && (lead.heads === undefined || !this.#over.has(lead)),
    );
    if (loose.length > 0 && (await isWhole())) {
      const rest = under.filter((lead) => !loose.includes(lead));
      const alone = await judgeUnder(rest, cited);
      if (alone.kind === 'borne-out') {
        for (const lead of loose) this.#leftOut.add(lead);
        if (loose.some((lead) => lead.heads === undefined)) this.#omitted++;
        return { judged: alone, leads: rest };
      }
    }
    return { judged, leads: under };
  }

  /** What stands over a sentence, without what says nothing: "Here is an overview:". */
  async #standing(leads: readonly Lead[]): Promise<readonly Lead[]> {
    const standing: Lead[] = [];
    for (const lead of leads) {
      if (!this.#isAside.has(lead)) this.#isAside.set(lead, await this.#readsAside(lead));
      if (this.#isAside.get(lead) !== true && !this.#leftOut.has(lead)) standing.push(lead);
    }
    return standing;
  }

  /** What nobody has said yet, and is of others' words. */
  #strange(leads: readonly Lead[], cited: readonly NumberedSentence[]): Lead[] {
    const known = [this.#options.question, ...REFUSAL_WORDINGS, ...placesAndWords(cited)];
    return leads.filter((lead) => !this.#over.has(lead) && !isKnownLead(lead, known));
  }

  async #readsAside({ text }: Lead): Promise<boolean> {
    const { judge, question } = this.#options;
    return (await judge({ text, cited: [], evidence: [], question })).kind === 'aside';
  }

  /** The sentence, behind what stands over it and has not been said. */
  #pieces({ text, leads, yesOrNo }: SaidUnder): Piece[] {
    const unsaid = leads.filter((lead) => !this.#over.has(lead));
    const pieces = unsaid.map((lead, i): Piece => {
      this.#over.add(lead);
      const separator = this.#takeSeparator(lead.separator);
      this.#separator = '\n';
      return { text: [...(i === 0 ? yesOrNo : []), lead.text].join(' '), separator };
    });
    const opening = unsaid.length === 0 ? yesOrNo : [];
    return [...pieces, { text: [...opening, text].join(' '), separator: this.#takeSeparator() }];
  }

  async *#refuse(
    under: SaidUnder,
    { plain, near }: Extract<Judged, { kind: 'refusal' }>,
  ): AsyncGenerator<ChatEvent, void, void> {
    if (!plain) {
      this.#refusal ??= '';
      yield* this.#replace(under.text, near);
      return;
    }
    const pieces = this.#pieces(under);
    if (this.#refusal === undefined || this.#refusal === '') {
      this.#refusal = pieces.map(({ text }) => text).join(' ');
    }
    for (const piece of pieces) {
      yield* this.#draft.hold(near === undefined ? piece : { ...piece, by: [near] });
    }
  }

  /**
   * What qualifies the sentence before it is not left out without a word: that one's source says
   * under which conditions it holds.
   */
  async *#replace(
    text: string,
    instead: NumberedSentence | undefined,
  ): AsyncGenerator<ChatEvent, void, void> {
    this.#afterGap = true;
    const before = instead === undefined ? this.#draft.lastSource : undefined;
    const source = instead ?? (before && (await this.#options.leans(text)) ? before : undefined);
    if (source === undefined) {
      if (!isFragment(text)) this.#omitted++;
      return;
    }
    this.#replaced++;
    if (this.#quoted.has(source.number)) return;
    this.#quoted.add(source.number);
    yield* this.#draft.hold({
      text: `“${quotationOf(source)}”`,
      separator: this.#takeSeparator(),
      by: [source],
    });
  }

  /** Nothing of it stands here but the break before it. */
  #skip({ separator }: Lead): void {
    this.#separator = stronger(this.#separator, separator);
  }

  #takeSeparator(weakest: Separator = ''): Separator {
    const separator = stronger(this.#separator, weakest);
    this.#separator = '';
    return separator;
  }
}

/** An item may mean the contrary without what announces it; a row of a table stands by itself. */
function isBinding({ announces, heads }: Lead): boolean {
  return announces && heads === undefined;
}

function placesAndWords(sentences: readonly NumberedSentence[]): string[] {
  return sentences.flatMap(({ wording, paragraph: { document, paragraph } }) => [
    wording,
    document.title,
    document.place ?? '',
    document.date ?? '',
    ...paragraph.section,
  ]);
}

function quotationOf({ paragraph, place, span }: NumberedSentence): string {
  const sentence = showPlain(paragraph.document.text.slice(span.start, span.end));
  const antecedent = place === 0 ? antecedentOf(paragraph) : undefined;
  return antecedent === undefined ? sentence : withAntecedent(sentence, showPlain(antecedent));
}
