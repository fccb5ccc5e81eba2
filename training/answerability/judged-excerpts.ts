import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { toDocument } from '../../src/documents/to-document.js';
import type { IndexedDocument } from '../../src/types.js';

/**
 * Excerpts at the end of the file that no model was trained on: see `training/data-manifest.json`.
 */
export const HELD_OUT = 36;

/** A line of the file of excerpts. */
interface WrittenExcerpt {
  readonly id: string;
  /** The sentences of each paragraph. */
  readonly paragraphs: readonly (readonly string[])[];
  readonly questions: readonly {
    readonly q: string;
    readonly style: string;
    /** Places of the sentences that answer it, `paragraph.sentence`; empty where none does. */
    readonly gold: readonly string[];
    /** Of those that answer it as well, or in part. */
    readonly also: readonly string[];
  }[];
}

/** A line of the file of translations. */
interface WrittenTranslation {
  /** Of the excerpt. */
  readonly id: string;
  /** Number of the question there. */
  readonly question: number;
  readonly lang: string;
  readonly q: string;
}

export interface ExcerptQuestion {
  readonly question: string;
  /** `lay`, `chatty`, `none` …, or the language that it was translated to. */
  readonly style: string;
  readonly answerable: boolean;
  /** Sentences that answer it. */
  readonly gold: readonly string[];
}

export interface JudgedExcerpt {
  readonly id: string;
  readonly document: IndexedDocument;
  readonly questions: readonly ExcerptQuestion[];
  readonly heldOut: boolean;
}

/** The excerpts of a file, each as a text of its own, its questions and their translations. */
export function readExcerpts(file: string, translationsFile?: string): JudgedExcerpt[] {
  const translations = (
    translationsFile === undefined ? [] : linesOf(readFileSync(translationsFile, 'utf8'))
  ) as WrittenTranslation[];
  const written = linesOf(gunzipSync(readFileSync(file)).toString()) as WrittenExcerpt[];
  return written.map((excerpt, i) => {
    const { id, paragraphs } = excerpt;
    const questions = excerpt.questions.map(({ q, style, gold, also }): ExcerptQuestion => ({
      question: q,
      style,
      answerable: gold.length > 0,
      gold: [...gold, ...also].map((place) => sentenceAt(paragraphs, place)),
    }));
    const translated = translations
      .filter((translation) => translation.id === id)
      .flatMap(({ question, lang, q }): ExcerptQuestion[] => {
        const original = questions[question];
        return original === undefined ? [] : [{ ...original, question: q, style: lang }];
      });
    const text = paragraphs.map((sentences) => sentences.join(' ')).join('\n\n');
    return {
      id,
      document: {
        ...toDocument({ metadata: { id: `excerpt-${id}`, title: id, language: 'en' }, text }),
        expansions: {},
        sha256: '',
      },
      questions: [...questions, ...translated],
      heldOut: i >= written.length - HELD_OUT,
    };
  });
}

function sentenceAt(paragraphs: WrittenExcerpt['paragraphs'], place: string): string {
  const [paragraph = 0, sentence = 0] = place.split('.').map(Number);
  return paragraphs[paragraph]?.[sentence] ?? '';
}

function linesOf(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}
