import { setTimeout as wait } from 'node:timers/promises';

/** A question of its own takes less. */
const LOOK_EVERY_MS = 5000;
const MAX_LOOKS = 30;

/** What a server's metrics have counted of questions so far. */
export interface Counted {
  /** Replies of `POST /api/chat` that were answers, and the seconds that they took. */
  readonly replies: number;
  readonly replySeconds: number;
  /** Questions that were searched for; the server asks some of itself. */
  readonly questions: number;
  /** Seconds in each stage, over all questions; some stages are part of others. */
  readonly stageSeconds: Readonly<Record<string, number>>;
}

export async function scrape(url: string): Promise<Counted> {
  const page = await (await fetch(`${url}/metrics`)).text();
  const replies = 'declaration_chat_request_duration_seconds';
  const chat = '{route="/api/chat",method="POST",status="200"}';
  const stages = 'declaration_chat_stage_duration_seconds';
  const stageSeconds: Record<string, number> = {};
  for (const [, stage = '', seconds] of page.matchAll(
    new RegExp(String.raw`^${stages}_sum\{stage="(\w+)"\} (\S+)$`, 'gmu'),
  )) {
    stageSeconds[stage] = Number(seconds);
  }
  return {
    replies: valueOf(page, `${replies}_count${chat}`),
    replySeconds: valueOf(page, `${replies}_sum${chat}`),
    questions: valueOf(page, `${stages}_count{stage="plan"}`),
    stageSeconds,
  };
}

/**
 * Waits until a server that nobody asks anything has asked itself what it suggests to visitors: that
 * would count as work for those who are measured.
 */
export async function untilIdle(url: string): Promise<void> {
  let before = NaN;
  for (let looks = 0; looks < MAX_LOOKS; looks++) {
    const { questions } = await scrape(url);
    if (questions === before) return;
    before = questions;
    await wait(LOOK_EVERY_MS);
  }
}

function valueOf(page: string, name: string): number {
  const line = page.split('\n').find((one) => one.startsWith(`${name} `));
  return line === undefined ? 0 : Number(line.slice(name.length));
}
