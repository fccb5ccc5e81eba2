import { DeclarationChatElement } from './declaration-chat-element.js';

/**
 * Registers `<declaration-chat>`; harmless where it is registered already. `script` is the address
 * that the widget came from: elements without `server` ask its origin, and what is loaded later
 * stands beside it.
 */
export function defineDeclarationChat(script: string): void {
  if (customElements.get('declaration-chat')) return;
  DeclarationChatElement.defaultServer = new URL(script).origin;
  DeclarationChatElement.moreAddress = new URL('widget-more.js', script).href;
  customElements.define('declaration-chat', DeclarationChatElement);
}
