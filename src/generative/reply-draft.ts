import type { ChatEvent, Citation } from '../protocol.js';
import { CitationNumbers } from './citation-numbers.js';
import type { NumberedSentence } from './numbered-evidence.js';
import type { Separator } from './reply-parser/stated-sentence.js';

/** A sentence of a reply. */
export interface Piece {
  readonly text: string;
  /** What stands before it, unless it is the first. */
  readonly separator: Separator;
  /** What it rests on; absent where it rests on what the sentence beside it does. */
  readonly by?: readonly NumberedSentence[];
}

/** What has left as events, and what waits. Nothing that has left is taken back. */
export class ReplyDraft {
  readonly #numbers = new CitationNumbers();
  readonly #citations: Citation[] = [];
  #held: Piece[] = [];
  #answer = '';
  #last: readonly NumberedSentence[] = [];
  #own: readonly NumberedSentence[] = [];

  get answer(): string {
    return this.#answer;
  }

  get citations(): readonly Citation[] {
    return this.#citations;
  }

  /** What the last sentence of the model's own rests on, the first of it. */
  get lastSource(): NumberedSentence | undefined {
    return this.#own[0];
  }

  /** Waits until something of the model's own is said; leaves at once where that was before. */
  *hold(piece: Piece): Generator<ChatEvent, void, void> {
    if (this.#answer === '') this.#held.push(piece);
    else yield* this.#say(piece);
  }

  /** Says what waits, and this. */
  *say(piece: Piece & Required<Pick<Piece, 'by'>>): Generator<ChatEvent, void, void> {
    const held = this.#held;
    this.#held = [];
    for (const one of held) yield* this.#say({ by: piece.by, ...one });
    yield* this.#say(piece);
    this.#own = piece.by;
  }

  *#say({ text, separator, by = this.#last }: Piece): Generator<ChatEvent, void, void> {
    const { markers, citations } = this.#numbers.cite(by);
    for (const citation of citations) {
      this.#citations.push(citation);
      yield { type: 'citation', citation };
    }
    const said = `${this.#answer === '' ? '' : separator}${text} ${markers}`;
    this.#answer += said;
    this.#last = by;
    yield { type: 'delta', text: said };
  }
}
