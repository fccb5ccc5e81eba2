/**
 * Appends an element that holds `text`; text from the server never becomes markup.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Node} parent
 * @param {Tag} tag
 * @param {{ readonly text?: string, readonly className?: string }} [content]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function append(parent, tag, { text = '', className = '' } = {}) {
  const element = document.createElement(tag);
  if (text !== '') element.textContent = text;
  if (className !== '') element.className = className;
  parent.appendChild(element);
  return element;
}

/**
 * Appends words of a source, which writes bold as `**bold**`.
 * @param {Node} parent
 * @param {string} text
 * @param {boolean} [bold] whether the text before ended inside bold words
 * @returns {boolean} whether this text does
 */
export function appendWords(parent, text, bold = false) {
  text.split('**').forEach((part, at) => {
    if (at > 0) bold = !bold;
    if (part === '') return;
    if (bold) append(parent, 'strong', { text: part });
    else parent.appendChild(document.createTextNode(part));
  });
  return bold;
}
