import type { ChatReply, Citation, NearestPassage } from '../protocol.js';
import type { FailureKind } from './asking/failure.js';

/**
 * What each event of the element tells in `detail`. All bubble and cross shadow roots; none can be
 * cancelled.
 */
export interface DeclarationChatDetails {
  /** The element stands in the page and can be called. */
  readonly ready: undefined;
  /** The launcher's dialog has opened. */
  readonly open: undefined;
  readonly close: undefined;
  readonly question: { readonly question: string };
  /** An answer or an abstention is complete. */
  readonly answer: { readonly question: string; readonly reply: ChatReply };
  /** A number, a source or a nearest paragraph was opened. */
  readonly 'citation-click': Citation | NearestPassage;
  /** No answer came. `code` and `detail` are the server's own and empty where it said nothing. */
  readonly error: { readonly kind: FailureKind; readonly code: string; readonly detail: string };
}

export type DeclarationChatEventMap = {
  readonly [Name in keyof DeclarationChatDetails]: CustomEvent<DeclarationChatDetails[Name]>;
};

export type Emit = <Name extends keyof DeclarationChatDetails>(
  name: Name,
  detail: DeclarationChatDetails[Name],
) => void;
