import { append, appendWords } from './inline-text.js';

/** @typedef {import('../../../protocol.js').Citation} Citation */
/** @typedef {import('../../../protocol.js').ScoredPassage} ScoredPassage */

/**
 * A list of paragraphs under a heading, each folded to one line.
 * @param {Node} parent
 * @param {string} heading
 * @returns {{ readonly add: (paragraph: Citation | ScoredPassage, id: string) => void }}
 */
export function appendSourceList(parent, heading) {
  const section = append(parent, 'section', { className: 'sources' });
  append(section, 'h3', { text: heading });
  const list = append(section, 'ol');
  return {
    add(paragraph, id) {
      const details = append(append(list, 'li'), 'details');
      details.id = id;
      appendSummary(details, paragraph);
      const whole = append(details, 'div', { className: 'whole' });
      appendParagraph(whole, paragraph);
      append(whole, 'a', { text: 'Read it in the text' }).href = paragraph.url;
    },
  };
}

/**
 * @param {HTMLElement} details
 * @param {Citation | ScoredPassage} paragraph
 */
function appendSummary(details, paragraph) {
  const summary = append(details, 'summary');
  const numbered = 'number' in paragraph;
  if (numbered) append(append(summary, 'span'), 'span', { className: 'marker', text: String(paragraph.number) });
  else details.className = 'unnumbered';
  const about = append(summary, 'span', { className: 'about' });
  append(about, 'span', { className: 'place', text: paragraphName(paragraph.paragraph) });
  append(about, 'span', { className: 'where', text: ['', paragraph.documentTitle, ...paragraph.section].join(' · ') });
  if (!numbered) appendWords(append(about, 'span', { className: 'preview' }), paragraph.text);
}

/**
 * The whole paragraph with the quoted words marked.
 * @param {HTMLElement} whole
 * @param {Citation | ScoredPassage} paragraph
 */
function appendParagraph(whole, { text, ...rest }) {
  const block = append(whole, 'p');
  const quote = 'quote' in rest ? rest.quote : '';
  const start = quote === '' ? -1 : text.indexOf(quote);
  if (start < 0) {
    appendWords(block, text);
    return;
  }
  const boldBefore = appendWords(block, text.slice(0, start));
  const boldWithin = appendWords(append(block, 'mark'), quote, boldBefore);
  appendWords(block, text.slice(start + quote.length), boldWithin);
}

/**
 * `22` as `Paragraph 22`, `preamble-3` as `Preamble 3`, `p12` as `Unnumbered paragraph 12`.
 * @param {string} label
 */
export function paragraphName(label) {
  const unnumbered = /^p(\d+)$/.exec(label);
  if (unnumbered) return `Unnumbered paragraph ${unnumbered[1]}`;
  if (/^\d/.test(label)) return `Paragraph ${label}`;
  return label.charAt(0).toUpperCase() + label.slice(1).replace('-', ' ');
}
