import type { Request } from 'express';
import { directionOf } from '../../language/direction.js';
import type { PagePhrases } from '../../language/rules/page-phrases.js';
import { SPOKEN_ON_PAGES } from '../../language/spoken-on-pages.js';
import { COMMON_PHRASES, SPOKEN } from '../../language/spoken.js';
import { html, type Html } from './markup.js';

/** What a page says, and in which language. */
export interface PageWording {
  /** BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** What the chat and the page around it are called. */
  readonly title: string;
  readonly conversation: string;
  readonly phrases: PagePhrases;
}

/** In the language that the visitor's browser asks for, as far as it is spoken. */
export function pageWording(req: Request): PageWording {
  return pageWordingIn(req.acceptsLanguages([...SPOKEN_ON_PAGES.keys()]) || '');
}

/** In the language of this tag, else in the first that is spoken. */
export function pageWordingIn(tag: string): PageWording {
  const [common] = SPOKEN_ON_PAGES;
  if (common === undefined) throw new Error('no language has words for pages');
  const known = SPOKEN_ON_PAGES.get(tag);
  const [language, phrases] = known === undefined ? common : [tag, known];
  const { title, conversation } = SPOKEN.get(language) ?? COMMON_PHRASES;
  return { language, direction: directionOf(language), title, conversation, phrases };
}

/** A phrase as markup, its names in braces replaced by code. */
export function withCode(phrase: string, values: Readonly<Record<string, string>>): Html {
  const parts = phrase
    .split(/\{(\w+)\}/u)
    .map((part, at) => (at % 2 === 0 ? html`${part}` : html`<code>${values[part] ?? ''}</code>`));
  return html`${parts}`;
}

/** "165 paragraphs". */
export function paragraphCount(
  count: number,
  { language, phrases: { paragraphs } }: Pick<PageWording, 'language' | 'phrases'>,
): string {
  const phrase = paragraphs[new Intl.PluralRules(language).select(count)] ?? paragraphs.other;
  return phrase.replace('{}', new Intl.NumberFormat(language).format(count));
}
