import { h } from '../view/h.js';

/**
 * Puts text on the clipboard; false where the browser does not allow it. `parent` must be in the
 * page.
 */
export async function copyText(text: string, parent: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Absent on plain http, and refused in frames without the permission.
    return copySelection(text, parent);
  }
}

function copySelection(text: string, parent: Element): boolean {
  const field = h('textarea', { class: 'visually-hidden' });
  field.value = text;
  parent.append(field);
  field.select();
  try {
    // The only way left where the clipboard's own interface is closed.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy');
  } finally {
    field.remove();
  }
}
