import { SimpleChatModel } from '@langchain/core/language_models/chat_models';

/**
 * Never answers and never looks at the signal, as some of LangChain's own models do between
 * attempts or before their first chunk.
 */
export class DeafModel extends SimpleChatModel {
  override _llmType(): string {
    return 'deaf';
  }

  override _call(): Promise<string> {
    return new Promise(() => undefined);
  }
}
