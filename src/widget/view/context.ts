import type { DeclarationClient } from '../../client/client.js';
import type { Citation, NearestPassage } from '../../protocol.js';
import type { MoreModule } from '../load-more.js';
import type { Wording } from '../strings/choose-strings.js';
import type { Turn } from '../conversation/turn.js';
import type { Phrases } from '../../language/rules/phrases.js';

/** A paragraph that an answer quotes, or one that came near. */
export type Place = Citation | NearestPassage;

/** What the parts of the view share. */
export interface ViewContext {
  readonly strings: Phrases;
  /** What the strings were chosen by, for those that come late. */
  readonly wording: Wording;
  /** Empty where the element has no usable server. */
  readonly server: () => string;
  /** Asks that server. */
  readonly client: () => DeclarationClient;
  readonly actions: {
    readonly ask: (question: string) => void;
    /** Asks again what was read with earlier questions, or spelt anew. */
    readonly askAsTyped: (question: string) => void;
    readonly retry: (turn: Turn) => void;
    readonly stop: () => void;
    readonly clear: () => void;
    readonly open: () => void;
    readonly close: () => void;
    /** Shows the paragraph beside what was pressed. */
    readonly cite: (place: Place, anchor: HTMLElement) => void;
    /** A number or a source is pointed at. */
    readonly point: (place: Place, anchor: HTMLElement) => void;
    /** Opens what can be done with conversations. */
    readonly menu: () => void;
    /** Does something with what is loaded after the rest, once it is there. */
    readonly once: (act: (more: MoreModule) => void) => void;
    /** Tells a screen reader, once it has finished what it says. */
    readonly announce: (text: string) => void;
  };
}
