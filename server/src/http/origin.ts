import type { MiddlewareHandler } from 'hono';
import { nej } from './fel.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Takes a write only from a page of our own: every browser names its origin with one, so a write without is not a browser's
 * and must name the address it writes to.
 */
export function originCheck(origins: readonly string[]): MiddlewareHandler {
  const allowed = new Set(origins);
  return async (c, next) => {
    const origin = c.req.header('origin');
    if (!READING.has(c.req.method) && (origin === undefined || !allowed.has(origin)))
      return nej(c, 'frammandeUrsprung');
    return next();
  };
}
