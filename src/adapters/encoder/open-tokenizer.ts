import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AutoTokenizer, XLMRobertaTokenizer, type PreTrainedTokenizer } from '@xenova/transformers';
import { UnigramPieces, type ScoredPiece } from '../tokenizer/unigram-pieces.js';

/** What is read of `tokenizer.json` here; the library reads the rest. */
interface TokenizerFile {
  readonly model: {
    readonly type?: string;
    readonly vocab: readonly ScoredPiece[];
    readonly unk_id: number;
  };
  readonly added_tokens: readonly { readonly id: number; readonly content: string }[];
}

interface TokenizerConfig {
  readonly tokenizer_class?: string;
}

/** What the library keeps of a unigram model, and how it divides a word. */
interface UnigramModel {
  vocab: string[];
  tokens_to_ids: Map<string, number>;
  unk_token_id: number;
  tokenize: (word: string) => string[];
}

/**
 * The tokenizer of a model, from its folder. Multilingual ones get {@link UnigramPieces} in the place
 * of the library's own search.
 * @throws what the library throws for a damaged file
 */
export async function openTokenizer(folder: string): Promise<PreTrainedTokenizer> {
  const config = (await readJson(folder, 'tokenizer_config.json')) as TokenizerConfig;
  const { tokenizer_class: family } = config;
  const file =
    family === 'XLMRobertaTokenizer'
      ? ((await readJson(folder, 'tokenizer.json')) as TokenizerFile)
      : undefined;
  return file?.model.type === 'Unigram'
    ? unigramTokenizer(file, config)
    : AutoTokenizer.from_pretrained(basename(folder), { local_files_only: true });
}

function unigramTokenizer(file: TokenizerFile, config: TokenizerConfig): PreTrainedTokenizer {
  const { vocab, unk_id: unknown } = file.model;
  // The library prepares its search for the pieces that it is given: here for one.
  const model = { ...file.model, vocab: vocab.slice(unknown, unknown + 1), unk_id: 0 };
  const tokenizer = new XLMRobertaTokenizer({ ...file, model }, config);
  const pieces = new UnigramPieces(vocab);
  const ids = new Map(pieces.ids);
  for (const { id, content } of file.added_tokens) ids.set(content, id);
  const whole: UnigramModel = {
    vocab: vocab.map(([piece]) => piece),
    tokens_to_ids: ids,
    unk_token_id: unknown,
    tokenize: (word) => pieces.divide(word),
  };
  Object.assign(tokenizer.model, whole);
  return tokenizer;
}

async function readJson(folder: string, name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, name), 'utf8')) as unknown;
}
