/**
 * The one script of the widget: defines `<declaration-chat>`, and puts a launcher on a page that
 * has none.
 */
import { defineDeclarationChat } from './define-element.js';
import { mountLauncher } from './mount-launcher.js';

export type { DeclarationChatElement } from './declaration-chat-element.js';

const script = document.currentScript;
defineDeclarationChat(script instanceof HTMLScriptElement ? script.src : location.origin);
mountLauncher(script instanceof HTMLScriptElement ? script.dataset : {});
