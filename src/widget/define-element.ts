import { DeclarationChatElement } from './declaration-chat-element.js';

/**
 * Registers `<declaration-chat>`; harmless where it is registered already. `defaultServer` is the
 * origin that elements without `server` ask.
 */
export function defineDeclarationChat(defaultServer: string): void {
  if (customElements.get('declaration-chat')) return;
  DeclarationChatElement.defaultServer = defaultServer;
  customElements.define('declaration-chat', DeclarationChatElement);
}
