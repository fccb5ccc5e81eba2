import type { Turn } from '../conversation/turn.js';
import type { Phrases } from '../../language/rules/phrases.js';
import { verdictOn } from './verdict.js';

/**
 * What a screen reader says when nothing more will come: the answer without its numbers, and how
 * many sources it has.
 */
export function spokenOutcome({ outcome, citations, text }: Turn, strings: Phrases): string {
  const words = text.replace(/\s?\[\d+\]/g, '').replaceAll('**', '');
  switch (outcome.kind) {
    case 'queued':
      return strings.queued;
    case 'waiting':
      return strings.searching;
    case 'stopped':
      return strings.stopped;
    case 'failed':
      return strings[outcome.failure.kind];
    case 'answered':
      if (outcome.reply.answered) return `${words} ${strings.sources}: ${citations.length}.`;
      return outcome.reply.remark === true
        ? words
        : [verdictOn(outcome.reply, strings), words].filter(Boolean).join('. ');
  }
}
