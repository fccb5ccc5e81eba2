import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { toDocument } from '../../src/documents/to-document.js';
import type { IndexedDocument } from '../../src/types.js';
import type { AskedQuestion } from './ask-texts.js';

interface WrittenText {
  readonly language: string;
  readonly text: string;
  /** Each with words of the paragraph that answers it; without where none does. */
  readonly questions: readonly (readonly [question: string, gold?: string])[];
  readonly off_topic: readonly string[];
}

/** A text, and what it is asked in its own language. */
export interface OwnLanguageText {
  readonly language: string;
  readonly document: IndexedDocument;
  readonly questions: readonly AskedQuestion[];
}

/** Reads own-language.yaml. */
export function readOwnLanguageTexts(file: string): OwnLanguageText[] {
  const written = parse(readFileSync(file, 'utf8')) as readonly WrittenText[];
  return written.map(({ language, text, questions, off_topic: offTopic }) => ({
    language,
    document: {
      ...toDocument({ metadata: { id: `own-${language}`, title: language, language }, text }),
      expansions: {},
      sha256: '',
    },
    questions: [
      ...questions.map(([question, gold]) =>
        asked(question, gold === undefined ? 'near-miss' : 'answered', gold),
      ),
      ...offTopic.map((question) => asked(question, 'off-topic')),
    ],
  }));
}

function asked(question: string, kind: string, gold?: string): AskedQuestion {
  return {
    messages: [{ role: 'user', content: question }],
    kind,
    answerable: gold !== undefined,
    gold: gold === undefined ? [] : [gold],
  };
}
