import { isTag, type Element, type ParentNode } from 'domhandler';
import { elementsOf, has, textOf } from './dom.js';
import { SILENT_TAGS } from './tags.js';

/** Parts of a page by their tags and roles that are not the text. */
const BESIDE_TAGS: ReadonlySet<string> = new Set(['nav', 'aside', 'footer', 'dialog', 'menu']);
const BESIDE_ROLES =
  /^(?:navigation|banner|contentinfo|complementary|search|dialog|alertdialog|menu|menubar|toolbar|doc-toc)$/u;
/** By the names that their makers give them. */
const BESIDE_NAMES = new RegExp(
  String.raw`(?:^|[\s_-])(?:nav|navbar|navigation|menu|sidebar|breadcrumbs?|pagination|pager|skip|toc|` +
    String.raw`cookies?|share|sharing|social|advert|newsletter|subscribe|noprint|mw-editsection|` +
    String.raw`reference-back|footer|masthead|comments|respond|related)(?:$|[\s_-])`,
  'iu',
);
/** Of the words of a page: with less, what calls itself the main part is not it. */
const MAIN_SHARE = 0.4;
/** A list of so many links and hardly anything else leads elsewhere. */
const MENU_LINKS = 3;
const MENU_SHARE = 0.85;
const MENU_LINK_CHARACTERS = 150;
/** A part that has a heading and so much of the page is text, whatever its name. */
const TEXT_SHARE = 0.3;

/** The part of a page that holds its text. */
export function mainContent(body: Element): Element {
  const all = wordsIn(body);
  const marked = [...elementsOf(body)].filter(
    ({ name, attribs }) => name === 'main' || attribs['role'] === 'main',
  );
  const articles = [...elementsOf(body)].filter(({ name }) => name === 'article');
  const candidates = [...marked, ...(articles.length === 1 ? articles : [])];
  return candidates.find((element) => wordsIn(element) >= MAIN_SHARE * all) ?? body;
}

/** Whether a part of the text is a menu, a notice, or something else that stands beside it. */
export function besideText(element: Element, pageWords: number): boolean {
  const { name, attribs } = element;
  if (has(element, 'hidden') || attribs['aria-hidden'] === 'true') return true;
  if (/display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attribs['style'] ?? '')) return true;
  if (BESIDE_TAGS.has(name) || BESIDE_ROLES.test(attribs['role'] ?? '')) return true;
  if (name === 'header') return isOutside(element) && !hasHeading(element);
  if (BESIDE_NAMES.test(`${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`)) {
    return wordsIn(element) < TEXT_SHARE * pageWords;
  }
  return (name === 'ul' || name === 'ol') && isMenu(element);
}

export function wordsIn(element: Element): number {
  return spokenText(element).replace(/\s+/gu, ' ').length;
}

function spokenText(element: Element): string {
  return element.children
    .map((child) => {
      if (!isTag(child)) return textOf(child);
      return SILENT_TAGS.has(child.name) ? '' : spokenText(child);
    })
    .join('');
}

function isOutside(element: Element): boolean {
  for (let node: ParentNode | null = element.parent; node !== null; node = node.parent) {
    if (isTag(node) && /^(?:main|article|section)$/u.test(node.name)) return false;
  }
  return true;
}

function hasHeading(element: Element): boolean {
  return [...elementsOf(element)].some(({ name }) => /^h[1-6]$/u.test(name));
}

function isMenu(list: Element): boolean {
  const links = [...elementsOf(list)].filter(
    ({ name, attribs }) => name === 'a' && 'href' in attribs,
  );
  if (links.length < MENU_LINKS) return false;
  const lengths = links.map((link) => textOf(link).trim().length);
  if (lengths.some((length) => length > MENU_LINK_CHARACTERS)) return false;
  const linked = lengths.reduce((sum, length) => sum + length, 0);
  return linked >= MENU_SHARE * textOf(list).replace(/\s+/gu, ' ').trim().length;
}
