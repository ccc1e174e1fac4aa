import type { Context, MiddlewareHandler } from 'hono';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { peerAddress } from './peer-headers.ts';

const WINDOW_MS = 60_000;
/** As many as better-auth lets try a password. */
const MOST = 10;

/**
 * Lets an address ask ten times a minute. Counts are forgotten together, so they are never more than a minute's addresses.
 * @param refuse what whoever asks more often is answered
 */
export function rateLimit(
  { now, trustProxy }: Pick<Deps, 'now' | 'trustProxy'>,
  refuse: (c: Context<Env>) => Response = (c) => nej(c, 'forManga'),
): MiddlewareHandler<Env> {
  const counts = new Map<string, number>();
  let since = 0;
  return async (c, next) => {
    const at = now().getTime();
    if (at - since >= WINDOW_MS) {
      counts.clear();
      since = at;
    }
    const address = peerAddress(c, trustProxy);
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    return count > MOST ? refuse(c) : next();
  };
}
