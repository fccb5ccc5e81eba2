import type { AnswerSide, ChatReply, Citation } from '../../protocol.js';
import type { Turn } from '../conversation/turn.js';
import { filled } from '../strings/filled.js';
import { splitAnswer, wholePart } from '../wording/answer-splitter.js';
import { howWritten } from '../wording/how-written.js';
import { verdictOn } from '../wording/verdict.js';
import { AnswerView } from './answer-view.js';
import { button } from './button.js';
import type { ViewContext } from './context.js';
import { failureBox } from './failure-box.js';
import { h } from './h.js';
import { placeList, type PlaceListParts } from './place-list.js';
import { suggestionList } from './suggestion-list.js';

/** One question and what has come of it so far. */
export class TurnView {
  readonly element: HTMLElement;
  readonly #turn: Turn;
  readonly #context: ViewContext;
  readonly #answer: AnswerView;
  readonly #box = h('div', { class: 'reply' });
  /**
   * What is being done, until there are words to read. What follows the answer is made anew, so
   * that nothing moves.
   */
  readonly #waiting = h('p', { class: 'waiting' });
  readonly #after = h('div', { class: 'after' });

  constructor(turn: Turn, context: ViewContext) {
    this.#turn = turn;
    this.#context = context;
    this.#answer = new AnswerView(context, this.#citation);
    this.#box.append(this.#answer.element);
    this.element = h(
      'article',
      { class: 'turn', part: 'turn' },
      h('h3', { class: 'question', part: 'question', dir: 'auto' }, turn.question),
      this.#box,
      this.#waiting,
      this.#after,
    );
    this.sync();
  }

  /**
   * Brings the view up to what the turn is now. A turn that is no longer waiting does not change
   * again.
   */
  sync(): void {
    const { outcome, text } = this.#turn;
    if (outcome.kind === 'queued') {
      this.element.dataset.state = 'queued';
      this.#waiting.textContent = this.#context.strings.queued;
    } else if (outcome.kind === 'waiting') {
      this.element.dataset.state = text === '' ? 'waiting' : 'streaming';
      this.#answer.show(text);
      this.#showWaiting();
    } else if (outcome.kind === 'answered') {
      const { reply } = outcome;
      const hasAnswer = reply.answered || reply.remark === true;
      this.element.dataset.state = hasAnswer ? 'answered' : 'abstained';
      this.#answer.show(text);
      this.#answer.end();
      this.#showReply(reply);
    } else {
      this.element.dataset.state = outcome.kind;
      this.#showBroken();
    }
  }

  get firstMarker(): HTMLElement | null {
    return this.#box.querySelector('button');
  }

  readonly #citation = (number: number): Citation | undefined =>
    this.#turn.citations.find((citation) => citation.number === number);

  #showWaiting(): void {
    const { strings } = this.#context;
    const { found, text } = this.#turn;
    const dots = h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
    this.#waiting.replaceChildren(
      dots,
      found === undefined ? strings.searching : filled(strings.found, found),
    );
    if (text !== '') this.#waiting.remove();
  }

  #showReply(reply: ChatReply): void {
    const { strings, actions } = this.#context;
    if (!reply.answered && reply.remark !== true) {
      const verdict = verdictOn(reply, strings);
      if (verdict !== undefined) this.#box.prepend(h('p', { class: 'verdict' }, verdict));
    }
    if (reply.answered && reply.sides) {
      this.#answer.element.replaceWith(this.#sideBySide(reply, reply.sides));
    }
    const tools = h('div', { class: 'tools' });
    actions.once((more) => {
      more.fillAnswerTools(tools, { question: this.#turn.question, reply }, this.#context);
    });
    this.#end([
      foot(howWritten(reply, strings), tools),
      this.#searchedFor(reply.query),
      reply.answered
        ? this.#places({ heading: strings.sources, places: reply.citations, sides: reply.sides })
        : this.#places({ heading: strings.nearest, places: reply.nearest }),
      suggestionList(strings.followUps, reply.suggestions ?? [], this.#context),
    ]);
  }

  /** What was searched for in place of the question, and a way to have the question itself. */
  #searchedFor(query: string): HTMLElement | undefined {
    const { strings, actions } = this.#context;
    const { question } = this.#turn;
    if (query === question) return undefined;
    const askAsTyped = button({
      className: 'as-typed',
      content: [strings.asTyped],
      onClick: () => {
        actions.askAsTyped(question);
      },
    });
    return foot(filled(strings.searchedFor, query), askAsTyped);
  }

  /** What each of several texts says, beside each other where there is room. */
  #sideBySide({ answer }: ChatReply, sides: readonly AnswerSide[]): HTMLElement {
    const blocks = sides.map(({ name, start, end, notice = '' }) => {
      const words = new AnswerView(this.#context, this.#citation);
      words.show(answer.slice(start, end));
      words.end();
      return h(
        'div',
        { class: 'side', part: 'side' },
        h('h4', { dir: 'auto' }, name),
        start < end ? words.element : h('p', { class: 'hint', dir: 'auto' }, notice),
      );
    });
    return h('div', { class: 'sides' }, ...blocks);
  }

  /** Only what has come with its source stays. */
  #showBroken(): void {
    const { strings, actions } = this.#context;
    const { outcome, text } = this.#turn;
    const whole = wholePart(text, (number) => this.#citation(number) !== undefined);
    const used = new Set(
      splitAnswer(whole, () => true).map((part) => (part.kind === 'marker' ? part.number : 0)),
    );
    this.#answer.show(whole);
    this.#answer.end();
    const said = [
      outcome.kind === 'stopped' ? strings.stopped : '',
      whole === '' ? '' : strings.incomplete,
    ].filter((part) => part !== '');
    const retry = button({
      className: 'retry',
      content: [strings.retry],
      onClick: () => {
        actions.retry(this.#turn);
      },
    });
    this.#end([
      foot(said.join(' ')),
      this.#places({
        heading: strings.sources,
        places: this.#turn.citations.filter(({ number }) => used.has(number)),
      }),
      outcome.kind === 'failed' ? failureBox(outcome.failure, strings) : undefined,
      retry,
    ]);
  }

  #places(parts: PlaceListParts): HTMLElement | undefined {
    return parts.places.length === 0 ? undefined : placeList(parts, this.#context);
  }

  #end(parts: readonly (Node | undefined)[]): void {
    this.#waiting.remove();
    this.#after.replaceChildren(...parts.filter((part) => part !== undefined));
  }
}

/** A line below the answer; none where there is nothing to say or do. */
function foot(
  said: string,
  ...actions: readonly (HTMLElement | undefined)[]
): HTMLElement | undefined {
  if (said === '' && actions.length === 0) return undefined;
  return h(
    'div',
    { class: 'foot' },
    said === '' ? undefined : h('p', { class: 'hint', dir: 'auto' }, said),
    ...actions,
  );
}
