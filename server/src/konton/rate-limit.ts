import type { MiddlewareHandler } from 'hono';
import type { Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { peerAddress } from './peer-headers.ts';

const WINDOW_MS = 60_000;
/** As many as better-auth lets try a password. */
const MOST = 10;

/** Lets an address ask ten times a minute. Counts are forgotten together, so they are never more than a minute's addresses. */
export function rateLimit(now: () => Date): MiddlewareHandler<Env> {
  const counts = new Map<string, number>();
  let since = 0;
  return async (c, next) => {
    const at = now().getTime();
    if (at - since >= WINDOW_MS) {
      counts.clear();
      since = at;
    }
    const address = peerAddress(c);
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    return count > MOST ? nej(c, 'forManga') : next();
  };
}
