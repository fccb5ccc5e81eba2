import { ATTRIBUTES } from './settings.js';

/**
 * Puts a launcher at the end of the page, unless the page has a `<declaration-chat>` of its own, in
 * or out of sight. `dataset` is the script tag's: `data-title` becomes the attribute `title`.
 */
export function mountLauncher(dataset: Readonly<Record<string, string | undefined>>): void {
  const mount = (): void => {
    if (document.querySelector('declaration-chat')) return;
    const element = document.createElement('declaration-chat');
    for (const name of ATTRIBUTES) {
      const value = dataset[name];
      if (value !== undefined) element.setAttribute(name, value);
    }
    element.setAttribute('mode', 'launcher');
    document.body.append(element);
  };
  // A script that arrives before the page has been read to its end cannot see the elements to come.
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', mount, { once: true });
  } else mount();
}
