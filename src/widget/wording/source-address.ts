/** A place that an answer leads to: a citation, or a paragraph that came near. */
export interface SourcePlace {
  readonly url: string;
  readonly start?: number;
  readonly end?: number;
}

/**
 * Where to read a paragraph in its text, with the quoted span for the page to mark:
 * `https://HOST/documents/ID?quote=10321-10544#p22`. `undefined` where the place is not on the
 * server.
 */
export function sourceAddress(
  server: string,
  { url, start, end }: SourcePlace,
): string | undefined {
  if (!url.startsWith('/') || !URL.canParse(server + url)) return undefined;
  const address = new URL(server + url);
  if (start !== undefined && end !== undefined) address.search = `?quote=${start}-${end}`;
  return address.href;
}
