/** How questions are asked in a language. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Filled by the next commit.
export interface QuestionRules {}
