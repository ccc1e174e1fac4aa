import { handlingId, isId } from '@samskrift/shared';
import type { MiddlewareHandler } from 'hono';
import type { Db } from '../db/open.ts';
import { rattHandling } from '../handlingar/ratt-handling.ts';
import { isUnseen } from '../sync/unseen.ts';
import type { Env } from './env.ts';

/**
 * Marks what a partigrupp asks of its own handlingar, so that no line is logged of it. Not what others ask: they are answered
 * that there is no such handling, and a line that was missing would tell that there is.
 */
export function unseenRequests(db: Db): MiddlewareHandler<Env, '/api/handlingar/:id'> {
  return async (c, next) => {
    await next();
    const id = c.req.param('id');
    if (c.res.status === 404 || !isId(id)) return;
    const handling = await rattHandling(db, handlingId(id));
    if (handling !== null && isUnseen(handling)) c.set('unseen', true);
  };
}
