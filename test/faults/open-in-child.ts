// Opens the index in each folder that it is sent, asks it, and sends back what was found. Argument:
// the width of its vectors.
import { IndexDirectory } from '../../src/adapters/index-store/index-directory.js';
import { randomVectors } from '../support/indexed-documents.js';
import { RecordingEmbeddings } from '../support/recording-embeddings.js';

export interface Answered {
  /** Of each question, the texts that were found, the nearest first. */
  readonly answers?: readonly (readonly string[])[];
  readonly damage?: string | undefined;
  readonly refused?: string;
}

const QUESTIONS = 20;
const FOUND = 5;

const dimensions = Number(process.argv[2]);
const encoder = new RecordingEmbeddings({ dimensions });
const { values } = randomVectors({ count: QUESTIONS, dimensions, seed: 3 });

async function ask(folder: string): Promise<Answered> {
  try {
    const { store, damage } = await new IndexDirectory(folder).open(encoder);
    const answers: string[][] = [];
    for (let at = 0; at < values.length; at += dimensions) {
      const question = Array.from(values.subarray(at, at + dimensions));
      const found = await store.similaritySearchVectorWithScore(question, FOUND);
      answers.push(found.map(([document]) => document.pageContent));
    }
    return { answers, damage };
  } catch (error) {
    return { refused: String(error) };
  }
}

process.on('message', (folder: string) => {
  void ask(folder).then((answered) => process.send?.(answered));
});
