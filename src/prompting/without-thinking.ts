/** Ends what a model says to itself before it replies. */
const END_OF_THINKING = '</think>';

/** What a model wrote, without the thinking aloud that some put in front. */
export function withoutThinking(text: string): string {
  const end = text.lastIndexOf(END_OF_THINKING);
  return end < 0 ? text : text.slice(end + END_OF_THINKING.length);
}
