/**
 * Takes a cleaned reply character by character; one sink hands on to the next what it does not
 * keep.
 */
export interface CharacterSink {
  /** One code point. */
  step(character: string): void;
  /** All that has come was the model talking to itself. */
  discard(): void;
  /** The reply has ended: what was held back is settled. */
  end(): void;
}
