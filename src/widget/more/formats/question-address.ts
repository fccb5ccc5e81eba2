/** Address of the server's own page that asks the question when it is opened. */
export function questionAddress(server: string, question: string): string {
  return `${server}/?question=${encodeURIComponent(question)}`;
}
