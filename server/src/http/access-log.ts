import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import type { Env } from './env.ts';

/**
 * One line a request: the route's pattern and never its address, for an id in a log tells that a handling exists. What a
 * partigrupp does with its own handlingar leaves no line at all.
 */
export function accessLog(log: Logger): MiddlewareHandler<Env> {
  return async (c, next) => {
    const start = performance.now();
    await next();
    if (c.get('unseen') === true) return;
    log.info(
      {
        method: c.req.method,
        route: routePath(c, -1),
        status: c.res.status,
        ms: Math.round((performance.now() - start) * 10) / 10,
      },
      'request',
    );
  };
}
