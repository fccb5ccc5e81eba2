import { corpusReport } from '../composition/corpus-report.js';
import { readCorpusDocuments } from '../composition/read-corpus-documents.js';
import { doubtfulStructure } from '../documents/doubtful-structure.js';
import type { CorpusDocuments } from '../ingestion/read-documents.js';
import type { Config } from './config/config.js';
import { printJson } from './json-output.js';
import { EXIT } from './program.js';
import { renderParagraphs } from './render-paragraphs.js';

/** Where the terminal does not say how wide it is. */
const USUAL_WIDTH = 100;

/**
 * Reads the corpus folder and prints its paragraphs as they will be cited; builds nothing. The exit
 * status tells whether something was left out.
 */
export async function dryRun(config: Config, { json }: { readonly json: boolean }): Promise<void> {
  const corpus = await readCorpusDocuments(config.corpusDir);
  if (json) printJson(asJson(corpus));
  else {
    const width = process.stdout.columns || USUAL_WIDTH;
    for (const document of corpus.documents) {
      const warnings = doubtfulStructure(document);
      console.log(`${renderParagraphs(document, { width, warnings })}\n`);
    }
    for (const line of corpusReport(corpus)) console.error(line);
  }
  if (corpus.skipped.length > 0) process.exitCode = EXIT.failed;
}

function asJson({ documents, skipped, notices }: CorpusDocuments): unknown {
  return {
    documents: documents.map((document) => ({
      id: document.id,
      title: document.title,
      file: document.file,
      loader: document.loader,
      paragraphs: document.paragraphs.map(({ label, page, section, text }) => ({
        paragraph: label,
        page,
        section,
        text,
      })),
      warnings: doubtfulStructure(document),
    })),
    skipped,
    notices,
  };
}
