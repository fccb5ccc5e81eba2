import { openExpansion } from '../composition/open-expansion.js';
import { estimateExpansion } from '../ingestion/expansion/estimate-expansion.js';
import { expandDocuments } from '../ingestion/expansion/expand-documents.js';
import { loadExpansionModel } from './composition-root.js';
import type { Config } from './config/config.js';
import { confirm } from './confirm.js';
import { costMessage, expansionOf, type Expansion } from './expansion-report.js';
import { withProgress } from './progress.js';
import { untilStopped } from './until-stopped.js';

/**
 * Has the configured chat model write everyday questions for every paragraph that has none, into
 * files beside the texts. Undefined where the person who was asked whether to go on said no.
 * @throws DeclarationChatError `invalid-arguments` where there is no chat model, or nobody to ask
 *   and `yes` is false
 */
export async function expand(
  config: Config,
  { yes }: { readonly yes: boolean },
): Promise<Expansion | undefined> {
  const { requests, save } = await openExpansion(config.corpusDir);
  if (requests.length === 0) {
    return { wanted: 0, written: 0, skipped: [] };
  }
  const { chat, ask, prompt } = await loadExpansionModel(config);
  console.error(costMessage({ requests, chat, ...(await estimateExpansion(requests, prompt)) }));
  if (!yes && !(await confirm())) {
    console.error('Nothing was asked of it.');
    return undefined;
  }
  const outcome = await untilStopped(
    (signal) =>
      withProgress({ label: 'Writing questions', unit: 'paragraphs' }, (onProgress) =>
        expandDocuments({
          requests,
          ask,
          prompt,
          save,
          signal,
          onProgress: (done) => {
            onProgress({ done, total: requests.length });
          },
        }),
      ),
    'Stopped. The questions written so far are kept; the same command goes on from there.',
  );
  return expansionOf(outcome, requests.length);
}
