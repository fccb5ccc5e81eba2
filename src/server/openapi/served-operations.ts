import type { AppDependencies } from '../dependencies.js';
import { ANSWER_OPERATIONS, FEEDBACK_OPERATION } from './answer-operations.js';
import { CLIENT_OPERATIONS } from './client-operations.js';
import { DOCUMENT_OPERATIONS } from './document-operations.js';
import type { Operation } from './operation.js';
import { METRICS_OPERATION, OPERATOR_OPERATIONS, RELOAD_OPERATION } from './operator-operations.js';
import { SYNDICATION_OPERATIONS } from './syndication-operations.js';

/** All that programs can ask of a server with these parts. */
export function servedOperations({
  feedback,
  metrics,
  reload,
}: Pick<AppDependencies, 'feedback' | 'metrics' | 'reload'>): Operation[] {
  return [
    ...ANSWER_OPERATIONS,
    ...(feedback === undefined ? [] : [FEEDBACK_OPERATION]),
    ...DOCUMENT_OPERATIONS,
    ...SYNDICATION_OPERATIONS,
    ...CLIENT_OPERATIONS,
    ...OPERATOR_OPERATIONS,
    ...(metrics === undefined ? [] : [METRICS_OPERATION]),
    ...(reload === undefined ? [] : [RELOAD_OPERATION]),
  ];
}
