import { COMMON_PHRASES } from '../../language/spoken.js';
import type { Abstention } from '../../protocol.js';
import type { Phrases } from '../../language/rules/phrases.js';

/**
 * That the texts do not say, for a reader whose language the server's own sentence is not in;
 * `undefined` where it would say the same twice.
 */
export function verdictOn({ unsure }: Abstention, strings: Phrases): string | undefined {
  const name = unsure === true ? 'unsure' : 'abstained';
  return strings[name] === COMMON_PHRASES[name] ? undefined : strings[name];
}
