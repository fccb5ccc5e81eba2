/** What the product says to visitors by itself. `{}` stands for what is put in. */
export interface Phrases {
  readonly title: string;
  readonly greeting: string;
  /** Label of the field. */
  readonly question: string;
  readonly placeholder: string;
  readonly ask: string;
  readonly stop: string;
  readonly clear: string;
  readonly close: string;
  readonly conversation: string;
  /** Of a question that waits until the one before is answered. */
  readonly queued: string;
  /** Opens what is had and kept of conversations. */
  readonly menu: string;
  /** What was pressed needs a file of the widget that did not come. */
  readonly notLoaded: string;
  readonly newest: string;
  readonly examples: string;
  readonly followUps: string;
  readonly searching: string;
  /** `{}` is how many. */
  readonly found: string;
  readonly extractive: string;
  readonly generative: string;
  /** A language model should have written the answer, and did not. */
  readonly fallback: string;
  /** `{}` is what was searched for in place of the question. */
  readonly searchedFor: string;
  /** On the button that asks the question itself instead. */
  readonly asTyped: string;
  readonly abstained: string;
  /** Where it is not sure that the texts do not say: the closest words follow. */
  readonly unsure: string;
  readonly nearest: string;
  readonly sources: string;
  /** `{}` is a number. */
  readonly source: string;
  /** `{}` is a label, as in all three. */
  readonly paragraph: string;
  readonly preamble: string;
  readonly unnumbered: string;
  /** `{}` is the number of a page. */
  readonly page: string;
  readonly stopped: string;
  readonly incomplete: string;
  readonly retry: string;
  /** `{}` is how many characters too many. */
  readonly tooLong: string;
  readonly unreachable: string;
  readonly refused: string;
  readonly notReady: string;
  readonly busy: string;
  readonly cut: string;
  readonly invalid: string;
  readonly server: string;
}
