/**
 * The origins of other sites that may call this server; `'any'` where the operator said so in as
 * many words.
 */
export type AllowedOrigins = 'any' | readonly string[];

export type ParsedOrigins =
  | { readonly ok: true; readonly origins: AllowedOrigins }
  | { readonly ok: false; readonly message: string };

/** How browsers write the origin of a page that has none: a file, a frame in a sandbox. */
const OPAQUE_ORIGIN = 'null';

/**
 * Reads a list such as `https://example.org, http://localhost:5173`. An entry is an origin as a
 * browser sends it, the word `null`, or `*`, which must stand alone. The message of a refusal says
 * what to write instead.
 */
export function parseAllowedOrigins(list: string): ParsedOrigins {
  const entries = list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.includes('*')) {
    return entries.length === 1
      ? { ok: true, origins: 'any' }
      : {
          ok: false,
          message:
            'holds * beside other entries; * allows every origin, so it stands alone or not at all',
        };
  }
  for (const entry of entries) {
    const fault = faultOf(entry);
    if (fault !== undefined) {
      return { ok: false, message: `holds ${JSON.stringify(entry)}, ${fault}` };
    }
  }
  return { ok: true, origins: [...new Set(entries)] };
}

function faultOf(entry: string): string | undefined {
  if (entry === OPAQUE_ORIGIN) return undefined;
  if (entry.includes('*')) {
    return 'a pattern; name each origin, or write * alone to allow every one';
  }
  if (/[\s;]/u.test(entry)) return 'which is no origin; put a comma between origins';
  const url = URL.canParse(entry) ? new URL(entry) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    return 'which is no origin such as https://example.org';
  }
  return url.origin === entry
    ? undefined
    : `which is more than an origin or written otherwise than browsers do; write ${url.origin}`;
}
