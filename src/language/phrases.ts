/** What the product says in a language by itself. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Filled by the next commit.
export interface Phrases {}
