import { setTimeout as sleep } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';

/** Longer than finding out what somebody may see takes, shorter than anybody notices. */
const EVEN_MS = 10;

/** Begun before the question is asked, so that it ends at the same instant whatever the answer costs. */
export function evenTime(): Promise<unknown> {
  return sleep(EVEN_MS);
}

/**
 * Answers «finns inte» as late where there is nothing as where there is something to hide: the fifty microseconds more that
 * it takes to find a handling and the right to it are told apart by whoever asks a few thousand times.
 */
export function evenRefusals(begin: () => Promise<unknown>): MiddlewareHandler {
  return async (c, next) => {
    const even = begin();
    await next();
    if (c.res.status === 404) await even;
  };
}
