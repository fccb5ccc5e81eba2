/** What the page says by attributes, made whole. */
export const ATTRIBUTES = [
  'server',
  'title',
  'greeting',
  'placeholder',
  'suggestions',
  'mode',
  'position',
  'width',
  'height',
  'theme',
  'lang',
  'documents',
  'persist',
  'sources',
  'strings',
] as const;

export type AttributeName = (typeof ATTRIBUTES)[number];

const POSITIONS = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const;
const SOURCES = ['card', 'beside'] as const;
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
  /** CSS lengths; `undefined` where the page's styles and the widget's own decide. */
  readonly width: string | undefined;
  readonly height: string | undefined;
  readonly theme: (typeof THEMES)[number];
  /** BCP 47 tag. */
  readonly lang: string | undefined;
  /** Ids of the texts to stay within; empty for all. */
  readonly documents: readonly string[];
  readonly persist: boolean;
  /** Where the paragraph behind a number is shown: in a card, or beside the answer where that fits. */
  readonly sources: (typeof SOURCES)[number];
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
    width: length(words('width')),
    height: length(words('height')),
    theme: oneOf(THEMES, words('theme')),
    lang: words('lang'),
    documents: (words('documents') ?? '').split(/[\s,]+/).filter((id) => id !== ''),
    persist: attribute('persist') !== null && words('persist') !== 'false',
    sources: oneOf(SOURCES, words('sources')),
    strings: words('strings'),
  };
}

function oneOf<Value extends string>(
  values: readonly [Value, ...Value[]],
  wanted: string | undefined,
): Value {
  return values.find((value) => value === wanted) ?? values[0];
}

/** As HTML has it, a bare number is pixels; a unit that there is not is passed over by the browser. */
function length(wanted = ''): string | undefined {
  if (!/^\d{1,5}(?:\.\d{1,3})?(?:%|[a-z]{2,5})?$/.test(wanted)) return undefined;
  return /\d$/.test(wanted) ? `${wanted}px` : wanted;
}

/** Relative addresses are taken from the default server. */
function serverAddress(wanted: string, defaultServer: string): string | undefined {
  try {
    const { protocol, origin, pathname } = new URL(wanted, defaultServer);
    return /^https?:$/.test(protocol) ? (origin + pathname).replace(/\/{1,9}$/, '') : undefined;
  } catch {
    return undefined;
  }
}
