import type { KeptConversation, KeptConversations } from '../conversation/kept-conversations.js';

export function renameKept(kept: KeptConversations, id: string, title: string): void {
  change(kept, (all) => all.map((each) => (each.id === id ? { ...each, title } : each)));
}

export function removeKept(kept: KeptConversations, id: string): void {
  change(kept, (all) => all.filter((each) => each.id !== id));
}

/** Puts one back that was removed, where it was. */
export function restoreKept(kept: KeptConversations, conversation: KeptConversation): void {
  change(kept, (all) => [conversation, ...all].sort((a, b) => b.changedAt - a.changedAt));
}

function change(
  kept: KeptConversations,
  by: (all: readonly KeptConversation[]) => readonly KeptConversation[],
): void {
  const { current, conversations } = kept.read();
  kept.write({ current, conversations: by(conversations) });
}
