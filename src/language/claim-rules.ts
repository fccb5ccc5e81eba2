/** What the check of a chat model's sentences has to know of a language. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Filled by the next commit.
export interface ClaimRules {}
