/** Markup that is safe to send: made by {@link html} alone. */
export class Html {
  constructor(readonly markup: string) {}
}

type HtmlValue = string | number | Html | undefined | readonly HtmlValue[];

/**
 * Markup from a template. Every value is escaped for text and quoted attributes, except what `html`
 * itself made; a list is joined, `undefined` is nothing.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(
    strings.map((literal, at) => literal + (at < values.length ? render(values[at]) : '')).join(''),
  );
}

function render(value: HtmlValue): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return value.map(render).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
