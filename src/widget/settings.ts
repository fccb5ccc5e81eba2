/** What the page says by attributes, made whole. */
export const ATTRIBUTES = [
  'server',
  'title',
  'greeting',
  'placeholder',
  'suggestions',
  'mode',
  'position',
  'theme',
  'lang',
  'documents',
  'persist',
  'strings',
] as const;

export type AttributeName = (typeof ATTRIBUTES)[number];

const POSITIONS = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const;
const THEMES = ['auto', 'light', 'dark'] as const;

export interface Settings {
  /**
   * Where `/api/chat` is, without a slash at the end; `undefined` where the attribute is no http
   * address.
   */
  readonly server: string | undefined;
  readonly title: string | undefined;
  readonly greeting: string | undefined;
  readonly placeholder: string | undefined;
  /** `undefined` where the server is to be asked for some. */
  readonly suggestions: readonly string[] | undefined;
  readonly mode: 'launcher' | 'inline';
  readonly position: (typeof POSITIONS)[number];
  readonly theme: (typeof THEMES)[number];
  /** BCP 47 tag. */
  readonly lang: string | undefined;
  /** Ids of the texts to stay within; empty for all. */
  readonly documents: readonly string[];
  readonly persist: boolean;
  /** JSON object of wordings in place of the widget's own. */
  readonly strings: string | undefined;
}

export function readSettings(
  attribute: (name: AttributeName) => string | null,
  { defaultServer }: { readonly defaultServer: string },
): Settings {
  const words = (name: AttributeName): string | undefined => attribute(name)?.trim() || undefined;
  return {
    server: serverAddress(words('server') ?? defaultServer, defaultServer),
    title: words('title'),
    greeting: words('greeting'),
    placeholder: words('placeholder'),
    suggestions: attribute('suggestions')
      ?.split(/\r\n|\n|\r/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    mode: words('mode') === 'launcher' ? 'launcher' : 'inline',
    position: oneOf(POSITIONS, words('position')),
    theme: oneOf(THEMES, words('theme')),
    lang: words('lang'),
    documents: (words('documents') ?? '').split(/[\s,]+/).filter((id) => id !== ''),
    persist: attribute('persist') !== null && words('persist') !== 'false',
    strings: words('strings'),
  };
}

function oneOf<Value extends string>(
  values: readonly [Value, ...Value[]],
  wanted: string | undefined,
): Value {
  return values.find((value) => value === wanted) ?? values[0];
}

/** Relative addresses are taken from the default server. */
function serverAddress(wanted: string, defaultServer: string): string | undefined {
  try {
    const { protocol, origin, pathname } = new URL(wanted, defaultServer);
    return /^https?:$/.test(protocol) ? (origin + pathname).replace(/\/+$/, '') : undefined;
  } catch {
    return undefined;
  }
}
