import more from './more.css';
import popover from './popover.css';
import print from './print.css';

let sheet: CSSStyleSheet | undefined;

/** Has a shadow root adopt what the parts of this module look like, once. */
export function adoptMoreSheet(element: Element): void {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(popover + more + print);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}
