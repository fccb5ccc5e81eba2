import { createClient } from '../client/client.js';
import { failureOf } from './asking/failure.js';
import { createProposals } from './asking/proposals.js';
import { requestFor } from './conversation/history.js';
import { Conversation } from './conversation/conversation.js';
import { KeptConversations, type KeptConversation } from './conversation/kept-conversations.js';
import { Turn, type FinishedTurn } from './conversation/turn.js';
import type { Emit } from './events.js';
import type { MoreModule } from './load-more.js';
import type { DrawerOptions } from './more/drawer.js';
import type { Settings } from './settings.js';
import type { Wording } from './strings/choose-strings.js';
import type { ViewContext } from './view/context.js';
import { LateParts } from './view/late-parts.js';
import { sizeRules } from './view/size-rules.js';
import type { TurnView } from './view/turn-view.js';
import { WidgetView } from './view/widget-view.js';
import { spokenOutcome } from './wording/spoken-outcome.js';

/**
 * Turns that are kept, in view and in storage; older ones go, so that a long conversation costs no
 * more than this.
 */
const MAX_TURNS = 30;

export interface ChatParts {
  readonly shadow: ShadowRoot;
  readonly emit: Emit;
  /** Both of this widget alone, and adopted by the shadow root. */
  readonly sizes: CSSStyleSheet;
  readonly sheet: CSSStyleSheet;
  readonly settings: Settings;
  readonly wording: Wording;
  readonly loadMore: () => Promise<MoreModule>;
}

/** One conversation with the server, and its view in a shadow root. */
export class Chat {
  readonly #parts: ChatParts;
  #settings: Settings;
  #wording: Wording;
  #view: WidgetView;
  #late: LateParts;
  #conversation = new Conversation();
  #turns: { readonly turn: Turn; view: TurnView }[] = [];
  #running: AbortController | undefined;
  /** To be asked one after the other, once there is the answer that is being waited for. */
  #queue: Turn[] = [];
  /** Texts that the element was put into the page with: where conversations are kept hangs on them. */
  readonly #firstDocuments: readonly string[];
  /** Aborts when the element leaves the page. */
  #presence = new AbortController();
  readonly #proposals = createProposals();

  constructor(parts: ChatParts) {
    this.#parts = parts;
    this.#settings = parts.settings;
    this.#wording = parts.wording;
    this.#firstDocuments = parts.settings.documents;
    parts.sizes.replaceSync(sizeRules(parts.settings));
    [this.#view, this.#late] = this.#newView();
    this.#restore();
  }

  /** The element stands in the page. */
  attach(): void {
    if (this.#presence.signal.aborted) this.#presence = new AbortController();
    this.#view.raise();
    void this.#propose();
  }

  detach(): void {
    this.stop();
    this.#view.release();
    this.#presence.abort();
  }

  configure(settings: Settings, wording: Wording): void {
    const before = this.#settings;
    const isSameView =
      settings.mode === before.mode && JSON.stringify(wording) === JSON.stringify(this.#wording);
    this.#settings = settings;
    this.#wording = wording;
    this.#parts.sizes.replaceSync(sizeRules(settings));
    if (isSameView) this.#view.apply(settings);
    else this.#rebuild();
    if (settings.persist && !before.persist) this.#restore();
    else if (before.persist && !settings.persist) this.#kept(before).forgetAll();
    void this.#propose();
  }

  get isOpen(): boolean {
    return this.#view.isOpen;
  }

  open(): void {
    if (this.isOpen) return;
    this.#view.open();
    this.#late.complete();
    this.#parts.emit('open', undefined);
    void this.#propose();
  }

  close(): void {
    if (!this.isOpen || this.#settings.mode === 'inline') return;
    this.#view.close();
    this.#parts.emit('close', undefined);
  }

  /** Ends what is being answered, and asks nothing of what was to come. */
  stop(): void {
    const queue = this.#queue;
    this.#queue = [];
    for (const turn of queue) {
      turn.outcome = { kind: 'stopped' };
      this.#sync(turn);
    }
    this.#running?.abort();
  }

  /** Begins a new conversation; the reader can go back to the one before until something is asked. */
  clear(): void {
    this.stop();
    const left = this.#conversation.of(this.#finished());
    this.#show(new Conversation(), []);
    if (this.#settings.persist) this.#kept().leave();
    if (left.turns.length > 0) {
      this.#view.panel.offerReturn(() => {
        this.#resume(left);
        this.#view.panel.composer.focus();
      });
    }
    this.#view.panel.composer.focus();
  }

  /** Resolves when nothing more will come. What is being answered is stopped first. */
  async ask(question: string, { asTyped = false } = {}): Promise<void> {
    const asked = question.trim();
    if (asked === '') return;
    this.stop();
    const turn = new Turn(asked, asTyped);
    this.#add(turn);
    await this.#run(turn);
  }

  focus(): void {
    this.#view.panel.composer.focus();
  }

  /** Asks when it is this question's turn. */
  #enqueue(question: string): void {
    if (this.#running === undefined) void this.ask(question);
    else {
      const turn = new Turn(question);
      turn.outcome = { kind: 'queued' };
      this.#queue.push(turn);
      this.#add(turn);
      this.#view.panel.toNewest();
      this.#tell(turn);
    }
  }

  async #run(turn: Turn): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    const { server, documents } = this.#settings;
    const request = requestFor(turn, { earlier: this.#finished(), documents });
    turn.outcome = { kind: 'waiting' };
    this.#running = controller;
    this.#sync(turn);
    this.#view.panel.composer.setBusy(true);
    this.#view.panel.toNewest();
    this.#tell(turn);
    this.#parts.emit('question', { question: turn.question });
    try {
      if (server === undefined) throw new Error('no server');
      this.#late.prepare();
      for await (const event of createClient({ server }).stream(request, { signal })) {
        turn.apply(event);
        this.#sync(turn);
        if (event.type === 'answer' || event.type === 'citation') this.#showFirst(turn);
      }
    } catch (error) {
      const failure = await failureOf(error, server, signal);
      turn.outcome = signal.aborted ? { kind: 'stopped' } : { kind: 'failed', failure };
      this.#sync(turn);
    }
    await this.#end(turn, controller);
  }

  async #end(turn: Turn, controller: AbortController): Promise<void> {
    const { outcome, question } = turn;
    if (outcome.kind === 'answered') {
      this.#store();
      this.#parts.emit('answer', { question, reply: outcome.reply });
    } else if (outcome.kind === 'failed') {
      const { kind, code, detail } = outcome.failure;
      this.#parts.emit('error', { kind, code, detail });
    }
    // Another question may have been asked meanwhile, or the conversation cleared.
    if (this.#running !== controller) return;
    this.#running = undefined;
    this.#tell(turn);
    const next = this.#queue.shift();
    if (next === undefined) this.#view.panel.composer.setBusy(false);
    else await this.#run(next);
  }

  /** Beside the answer, its first source is there before the words are, so that these do not move. */
  #showFirst(turn: Turn): void {
    const [first] = turn.citations;
    if (first === undefined || !this.#isBeside()) return;
    const anchor = this.#turns.find((shown) => shown.turn === turn)?.view.firstMarker;
    void this.#late.showBeside(first, anchor ?? undefined, { isEntered: false });
  }

  #retry(turn: Turn): void {
    this.#drop((shown) => shown.turn === turn);
    void this.ask(turn.question);
  }

  /** What is pressed may go away with that, and would take the focus along, out of the dialog. */
  #keepingFocus(change: () => void): void {
    const before = this.#parts.shadow.activeElement;
    change();
    if (before?.getClientRects().length === 0) this.#view.panel.focusLog();
  }

  #add(turn: Turn): void {
    this.#turns.push({ turn, view: this.#view.panel.add(turn) });
    const excess = this.#turns.length - MAX_TURNS;
    this.#drop((_, at) => at < excess);
  }

  #drop(isToGo: (shown: { readonly turn: Turn }, at: number) => boolean): void {
    this.#turns = this.#turns.filter((shown, at) => {
      if (!isToGo(shown, at)) return true;
      this.#view.panel.remove(shown.view);
      return false;
    });
  }

  #sync(turn: Turn): void {
    this.#turns.find((shown) => shown.turn === turn)?.view.sync();
  }

  #tell(turn: Turn): void {
    this.#view.panel.announce(spokenOutcome(turn, this.#wording.strings));
  }

  #finished(): readonly FinishedTurn[] {
    return this.#turns.flatMap(({ turn: { question, outcome } }) =>
      outcome.kind === 'answered' ? [{ question, reply: outcome.reply }] : [],
    );
  }

  #kept({ server = '' }: Settings = this.#settings): KeptConversations {
    return new KeptConversations({
      storage: () => localStorage,
      server,
      documents: this.#firstDocuments,
    });
  }

  #store(): void {
    if (this.#settings.persist) this.#kept().keep(this.#conversation.of(this.#finished()));
  }

  #restore(): void {
    const kept = this.#settings.persist ? this.#kept().current() : undefined;
    if (kept && this.#turns.length === 0) this.#show(new Conversation(kept), kept.turns);
  }

  /** Goes on with a conversation that was left. */
  readonly #resume = (kept: KeptConversation): void => {
    this.stop();
    this.#show(new Conversation(kept), kept.turns);
    this.#store();
    this.#view.panel.toNewest();
  };

  #show(conversation: Conversation, turns: readonly FinishedTurn[]): void {
    this.#late.clear();
    this.#drop(() => true);
    this.#conversation = conversation;
    for (const finished of turns.slice(-MAX_TURNS)) this.#add(Turn.finished(finished));
  }

  /**
   * Questions to begin with: the page's own, else the server's, for which it is asked when they are
   * first seen.
   */
  async #propose(): Promise<void> {
    const settings = this.#settings;
    if (settings.suggestions) this.#view.panel.suggest(settings.suggestions);
    else if (settings.server !== undefined && this.isOpen) {
      const questions = await this.#proposals(settings, this.#presence.signal);
      if (this.#settings === settings) this.#view.panel.suggest(questions);
    }
  }

  #rebuild(): void {
    const { draft } = this.#view.panel.composer;
    const wasOpen = this.isOpen;
    this.#view.release();
    this.#view.element.remove();
    [this.#view, this.#late] = this.#newView();
    this.#view.panel.composer.draft = draft;
    this.#view.panel.composer.setBusy(this.#running !== undefined);
    this.#turns = this.#turns.map(({ turn }) => ({ turn, view: this.#view.panel.add(turn) }));
    if (this.#parts.shadow.isConnected) this.#view.raise();
    if (wasOpen) this.#view.open();
    this.#late.complete();
  }

  #newView(): [WidgetView, LateParts] {
    const { shadow, sheet, loadMore } = this.#parts;
    const context = this.#context();
    const view = new WidgetView({
      context,
      isLauncher: this.#settings.mode === 'launcher',
    });
    view.apply(this.#settings);
    shadow.append(view.element);
    return [view, new LateParts({ load: loadMore, context, sheet, panel: view.panel })];
  }

  #isBeside(): boolean {
    return this.#settings.sources === 'beside' && this.#view.panel.isWide;
  }

  #drawerOptions(): DrawerOptions {
    const { panel, context } = this.#view;
    return {
      context,
      over: panel.middle,
      turns: this.#finished(),
      kept: this.#settings.persist ? this.#kept() : undefined,
      currentId: this.#conversation.id,
      canPrint: this.#settings.mode === 'inline',
      resume: this.#resume,
      onClose: panel.focusMenu,
    };
  }

  #context(): ViewContext {
    return {
      strings: this.#wording.strings,
      wording: this.#wording,
      server: () => this.#settings.server ?? '',
      client: () => createClient({ server: this.#settings.server ?? '' }),
      actions: {
        ask: (question) => {
          this.#keepingFocus(() => {
            this.#enqueue(question);
          });
        },
        askAsTyped: (question) => {
          this.#keepingFocus(() => void this.ask(question, { asTyped: true }));
        },
        retry: (turn) => {
          this.#keepingFocus(() => {
            this.#retry(turn);
          });
        },
        stop: () => {
          this.stop();
        },
        clear: () => {
          this.clear();
        },
        open: () => {
          this.open();
        },
        close: () => {
          this.close();
        },
        cite: (place, anchor) => {
          if (this.#isBeside()) void this.#late.showBeside(place, anchor, { isEntered: true });
          else void this.#late.toggleCard(place, anchor);
          this.#parts.emit('citation-click', place);
        },
        point: (place, anchor) => {
          if (this.#isBeside()) this.#late.point(place, anchor);
        },
        menu: () => {
          void this.#late.use(({ Drawer }) => new Drawer(this.#drawerOptions()));
        },
        once: (act) => {
          this.#late.once(act);
        },
        announce: (text) => {
          this.#view.panel.announce(text);
        },
      },
    };
  }
}
