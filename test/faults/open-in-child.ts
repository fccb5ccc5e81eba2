// Opens the index in each folder that it is sent, asks it, and sends back what was found. Argument:
// the width of its vectors.
import { IndexDirectory } from '../../src/adapters/index-store/index-directory.js';
import { terms } from '../../src/language/tokenize.js';
import { randomVectors } from '../support/indexed-documents.js';
import { nearest } from '../support/opened-index.js';
import { RecordingEmbeddings } from '../support/recording-embeddings.js';

export interface Answered {
  /** Of each question, the texts that were found: the nearest first, then those that share its words. */
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
    const { index, damage } = await new IndexDirectory(folder).open(encoder);
    const answers: string[][] = [];
    for (let question = 0; question < QUESTIONS; question++) {
      const vector = values.subarray(question * dimensions, (question + 1) * dimensions);
      const near = await nearest(index, vector, FOUND);
      const holding = await index.holding(terms(`place ${question}`), { limit: FOUND });
      const found = [...near.map((one) => one.found), ...(await index.paragraphs(holding))];
      answers.push(found.map(({ paragraph }) => paragraph.text));
    }
    return { answers, damage };
  } catch (error) {
    return { refused: String(error) };
  }
}

process.on('message', (folder: string) => {
  void ask(folder).then((answered) => process.send?.(answered));
});
