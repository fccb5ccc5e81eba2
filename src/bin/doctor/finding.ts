import { DeclarationChatError } from '../../errors.js';
import type { Config } from '../config/config.js';

/** How something stands: as it should, to be looked at, or in the way of serving. */
export type Health = 'right' | 'doubtful' | 'wrong';

export interface Finding {
  readonly what: string;
  readonly health: Health;
  /** What was found, a sentence. */
  readonly found: string;
  /** What to do about it; absent where all is right. */
  readonly remedy?: string;
}

/** Looks at one part of an installation; what it throws is found by whoever calls it. */
export interface Examination {
  readonly what: string;
  readonly examine: (config: Config) => Promise<readonly Omit<Finding, 'what'>[]>;
}

export const right = (found: string): Omit<Finding, 'what'> => ({ health: 'right', found });
export const doubtful = (found: string, remedy: string): Omit<Finding, 'what'> => ({
  health: 'doubtful',
  found,
  remedy,
});
export const wrong = (found: string, remedy: string): Omit<Finding, 'what'> => ({
  health: 'wrong',
  found,
  remedy,
});

/** What one examination finds. */
export async function findingsOf(
  { what, examine }: Examination,
  config: Config,
): Promise<readonly Finding[]> {
  try {
    return (await examine(config)).map((finding) => ({ what, ...finding }));
  } catch (error) {
    // Messages of ours say what to do as well.
    const isOurs = error instanceof DeclarationChatError;
    const found = isOurs ? error.message : `It could not be looked at: ${String(error)}.`;
    return [{ what, health: 'wrong', found }];
  }
}
