import frame from '../styles/frame.css';
import panel from '../styles/panel.css';
import turn from '../styles/turn.css';

let shared: CSSStyleSheet | undefined;

/**
 * One sheet for all widgets of a page. Constructed, since a strict Content-Security-Policy forbids
 * every other kind.
 */
export function sharedSheet(): CSSStyleSheet {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync([frame, panel, turn].join('\n'));
  }
  return shared;
}
