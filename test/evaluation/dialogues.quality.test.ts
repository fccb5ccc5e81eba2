import { beforeAll, expect, test } from 'vitest';
import {
  evaluateDialogues,
  readDialogues,
  sharesOf,
  SHIPPED_DIALOGUES,
  type DialogueOutcome,
} from '../../evaluation/dialogues.js';
import { createBackend } from '../../src/composition/create-backend.js';
import { CORPUS_DIR } from '../../src/composition/shipped-files.js';
import { openShippedAnswering } from '../support/shipped-models.js';

let outcomes: readonly DialogueOutcome[];
beforeAll(async () => {
  const { answer } = createBackend(await openShippedAnswering(CORPUS_DIR));
  const dialogues = await readDialogues(SHIPPED_DIALOGUES);
  outcomes = await evaluateDialogues(answer, dialogues, new AbortController().signal);
});

test('half of the dialogues lean, and a third is kept apart', () => {
  const { length } = outcomes;
  expect(outcomes.filter(({ dialogue }) => dialogue.leans)).toHaveLength(length / 2);
  expect(outcomes.filter(({ dialogue }) => dialogue.apart)).toHaveLength(length / 3);
});

test('a question is completed where it leans on earlier ones, and only there', () => {
  expect(sharesOf(outcomes).told).toBeGreaterThanOrEqual(0.98);
});

test('what answers it is found', () => {
  expect(sharesOf(outcomes).right).toBeGreaterThanOrEqual(0.94);
});
