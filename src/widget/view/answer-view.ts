import type { Citation } from '../../protocol.js';
import { filled } from '../strings/filled.js';
import { AnswerSplitter, type AnswerPart } from '../wording/answer-splitter.js';
import { placeName } from '../wording/paragraph-name.js';
import { button } from './button.js';
import type { ViewContext } from './context.js';
import { h } from './h.js';
import { tellPointing } from './pointing.js';
import { wordsNode } from './words.js';

/** More than a letter and the space behind it. */
const FEW = 8;

/** The words of an answer, appended as they come, each number a button. */
export class AnswerView {
  readonly element = h('p', { class: 'answer', part: 'answer', dir: 'auto' });
  readonly #context: ViewContext;
  readonly #citation: (number: number) => Citation | undefined;
  #shown = '';
  #splitter: AnswerSplitter;

  constructor(context: ViewContext, citation: (number: number) => Citation | undefined) {
    this.#context = context;
    this.#citation = citation;
    this.#splitter = this.#newSplitter();
  }

  /** Shows all of `text`; what is shown already is left alone where it is the beginning of it. */
  show(text: string): void {
    if (!text.startsWith(this.#shown)) {
      this.element.replaceChildren();
      this.#splitter = this.#newSplitter();
      this.#shown = '';
    }
    this.#append(this.#splitter.push(text.slice(this.#shown.length)));
    this.#shown = text;
  }

  /** Nothing more will come. */
  end(): void {
    this.#append(this.#splitter.end());
  }

  #newSplitter(): AnswerSplitter {
    return new AnswerSplitter((number) => this.#citation(number) !== undefined);
  }

  #append(parts: readonly AnswerPart[]): void {
    for (const part of parts) {
      if (part.kind === 'words') this.#appendWords(part);
      else this.#appendMarker(part.number);
    }
  }

  #appendWords(words: Extract<AnswerPart, { kind: 'words' }>): void {
    const last = this.element.lastChild;
    if (!words.strong && last instanceof Text) last.appendData(words.text);
    else this.element.append(wordsNode(words));
  }

  #appendMarker(number: number): void {
    const citation = this.#citation(number);
    if (!citation) return;
    const { strings, actions } = this.#context;
    const marker = button({
      className: 'marker',
      label: [
        filled(strings.source, number),
        placeName(citation, strings),
        citation.documentTitle,
      ].join(', '),
      content: [String(number)],
      onClick: () => {
        actions.cite(citation, marker);
      },
    });
    marker.setAttribute('aria-haspopup', 'dialog');
    tellPointing(marker, citation, this.#context);
    this.#lastLetter().append(marker);
  }

  /**
   * Where no line ends: what stands last moves into it, so that a number never begins a line
   * without its sentence.
   */
  #lastLetter(): Element {
    const last = this.element.lastChild;
    if (last instanceof HTMLSpanElement) return last;
    const span = h('span', { class: 'unbroken' });
    if (last instanceof Text) {
      const [end] = /\S? {0,99}$/u.exec(last.data.slice(-FEW)) ?? [''];
      span.append(last.splitText(last.length - end.length));
    }
    this.element.append(span);
    return span;
  }
}
